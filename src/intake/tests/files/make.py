"""Writes the sample workbooks of this folder: one table in formats that no library of the tests can write.

Needs the Python packages xlwt (BIFF8) and odfpy (OpenDocument). Run it here; the files are kept in the repository.
"""

import datetime

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P

TITLE = "SỔ THEO DÕI TRUYỀN THÔNG VỀ BÌNH ĐẲNG GIỚI NĂM 2024"
HEADER = ["STT", "Đơn vị", "Ngày tổ chức", "Nội dung", "Số người tham dự", "Ghi chú nội bộ"]
ROWS = [
    (1, "Xã Tân Thành", datetime.date(2024, 3, 8), "Hội nghị tuyên truyền Luật Bình đẳng giới", 85, "a"),
    (2, None, datetime.date(2024, 4, 15), "Tọa đàm phòng, chống bạo lực gia đình", 60, "b"),
    (3, "Xã Tân Hòa", "11/2024", "Hội nghị tuyên truyền Luật Bình đẳng giới", 40, "c"),
]

# TCVN3 as a font shows it: each letter is kept as the letter of windows-1252 that has its byte.
LEGACY = str.maketrans(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
)


def xls(name, legacy):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sổ")
    font = "font: name .VnTime" if legacy else "font: name Arial"
    plain = xlwt.easyxf(font)
    day = xlwt.easyxf(font, num_format_str="dd/mm/yyyy")
    month = xlwt.easyxf(font, num_format_str="mm/yyyy")

    def put(row, column, value):
        if isinstance(value, datetime.date):
            sheet.write(row, column, value, day)
        elif value == "11/2024":
            sheet.write(row, column, datetime.date(2024, 11, 1), month)
        elif isinstance(value, str):
            sheet.write(row, column, value.translate(LEGACY) if legacy else value, plain)
        elif value is not None:
            sheet.write(row, column, value, plain)

    title = TITLE.title().capitalize() if legacy else TITLE
    sheet.write_merge(0, 0, 0, 5, title.translate(LEGACY) if legacy else title, plain)
    for column, text in enumerate(HEADER):
        put(2, column, text)
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            if (number, column) not in ((0, 1), (1, 1)):
                put(3 + number, column, value)
    unit = ROWS[0][1]
    sheet.write_merge(3, 4, 1, 1, unit.translate(LEGACY) if legacy else unit, plain)
    sheet.col(5).hidden = True
    book.save(name)


def ods(name):
    document = OpenDocumentSpreadsheet()
    hidden = Style(name="co", family="table-column")
    document.automaticstyles.addElement(hidden)
    table = Table(name="Sổ")
    table.addElement(TableColumn(numbercolumnsrepeated=5))
    table.addElement(TableColumn(visibility="collapse"))

    def cell(value, **spans):
        if value is None:
            return TableCell(**spans)
        if isinstance(value, datetime.date):
            made = TableCell(valuetype="date", datevalue=value.isoformat(), **spans)
            made.addElement(P(text=value.strftime("%d/%m/%Y")))
        elif isinstance(value, int):
            made = TableCell(valuetype="float", value=value, **spans)
            made.addElement(P(text=str(value)))
        else:
            made = TableCell(valuetype="string", **spans)
            made.addElement(P(text=value))
        return made

    row = TableRow()
    row.addElement(cell(TITLE, numbercolumnsspanned=6))
    row.addElement(CoveredTableCell(numbercolumnsrepeated=5))
    table.addElement(row)
    table.addElement(TableRow())
    row = TableRow()
    for text in HEADER:
        row.addElement(cell(text))
    table.addElement(row)
    for number, values in enumerate(ROWS):
        row = TableRow()
        for column, value in enumerate(values):
            if (number, column) == (0, 1):
                row.addElement(cell(value, numberrowsspanned=2))
            elif (number, column) == (1, 1):
                row.addElement(CoveredTableCell())
            else:
                row.addElement(cell(value))
        table.addElement(row)
    far = TableRow(numberrowsrepeated=1048000)
    far.addElement(TableCell(numbercolumnsrepeated=1024))
    table.addElement(far)
    document.spreadsheet.addElement(table)
    document.save(name)


xls("so-theo-doi.xls", legacy=False)
xls("so-theo-doi-vntime.xls", legacy=True)
ods("so-theo-doi.ods")
