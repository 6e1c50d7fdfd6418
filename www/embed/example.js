// What the page starts with: two targets of a real plan, its own units, and a table as a clerk would write it.

export const PLAN = `format = "plan-rules/1"

[plan]
id = "hai-muc-tieu"
title = "Hai mục tiêu của tỉnh Kiên Giang"
short = { vi = "Hai mục tiêu", en = "Two targets" }
issuer = "Ủy ban nhân dân tỉnh Kiên Giang"
from = 2022-01-01
to = 2030-12-31

[[target]]
id = "T1"
label = { vi = "Ít nhất 2 cuộc mỗi năm", en = "At least 2 events a year" }
cite = [{ clause = "I.2/1", quote = "tổ chức ít nhất 02 cuộc truyền thông" }]
who = { kinds = ["commune"] }
measure = { count = ["event"] }
window = "year"
at_least = 2

[[target]]
id = "T5"
label = { vi = "Ít nhất 4 tin, bài mỗi quý", en = "At least 4 news items a quarter" }
cite = [{ clause = "I.2/5", quote = "mỗi quý có ít nhất 04 tin, bài" }]
who = { kinds = ["commune"] }
measure = { count = ["news"] }
window = "quarter"
at_least = 4

[window.year]
label = { vi = "năm", en = "year" }
every = "year"

[window.quarter]
label = { vi = "quý", en = "quarter" }
every = "quarter"

[unit_kind.commune]
label = { vi = "xã, phường", en = "commune or ward" }
terms = ["xã", "phường"]

[activity_kind.event]
label = { vi = "cuộc truyền thông", en = "communication event" }
terms = ["hội nghị", "tọa đàm"]

[activity_kind.news]
label = { vi = "tin, bài", en = "news item" }
terms = ["tin", "bài"]

[defaults]
missing = "implied"
partial = "cut_open"
coarse_dates = "interval"
duplicates = "once"

[source]
file = "rules/sources/kien-giang.txt"
sha256 = "45ec8723fb4c1400f7a1580ce36453e1e91bc2c89fc27977255e062d98617c51"

[[clause]]
id = "I.2/1"
form = "bullet"
quote = "Hằng năm các sở, ban, ngành, đoàn thể tỉnh, các cơ quan, đơn vị, địa phương, tổ chức, doanh nghiệp tổ chức ít nhất 02 cuộc truyền thông cho cán bộ công chức, viên chức và người lao động về pháp luật, chính sách, thông tin về bình đẳng giới."

[[clause]]
id = "I.2/5"
form = "bullet"
quote = "Mỗi xã, phường, thị trấn mỗi quý có ít nhất 04 tin, bài truyền thông, phổ biến các quy định pháp luật, chính sách, thông tin về bình đẳng giới cho người dân trong cộng đồng trên hệ thống thông tin cơ sở."

[[test]]
name = "Hai cuộc một năm"
as_of = 2026-12-31
units = [["c1", "commune", ""], ["c2", "commune", ""]]
activities = [["2026-03-08", "c1", "event", 2, ""], ["2026-10-20", "c2", "event", 1, ""]]
expect = [["T1", "c1", "2026", "met"], ["T1", "c2", "2026", "missed"]]

[[test]]
name = "Bốn tin một quý"
as_of = 2026-12-31
units = [["c1", "commune", ""]]
activities = [["2026-03-31", "c1", "news", 4, ""], ["2026-04-01", "c1", "news", 3, ""]]
expect = [
  ["T5", "c1", "2026-Q1", "met"], ["T5", "c1", "2026-Q2", "missed"], ["T5", "c1", "2026-Q3", "no_data"],
]
`;

export const TABLE = `Đơn vị,Ngày,Hình thức,Nội dung,Số lượng
Xã Hòa Bình,05/02/2026,Tin,Quyền bình đẳng giới,3
Xã Hòa Bình,08/03/2026,Bài,Phụ nữ tham gia quản lý,1
Xã Hòa Bình,08/03/2026,Tọa đàm,Ngày Quốc tế Phụ nữ,1
Xã Hòa Bình,20/05/2026,Tin,Phòng chống bạo lực gia đình,2
Xã Hòa Bình,19/08/2026,Hội nghị,Luật Bình đẳng giới,1
Xã Hòa Bình,12/10/2026,Tin,Chia sẻ việc nhà,1
Xã Tân Lập,14/04/2026,Tin,Phòng chống tảo hôn,5
Xã Tân Lập,quý III/2026,Tin,Bình đẳng giới trong gia đình,4
Phường An Phú,26/03/2026,Hội nghị,Luật Bình đẳng giới,1
Phường An Phú,03/07/2026,Bài,Nam giới và bình đẳng giới,4
`;

export const UNITS = `id,name,kind,parent,from,to,successor
hoa-binh,Xã Hòa Bình,commune,,,,
tan-lap,Xã Tân Lập,commune,,,,
an-phu,Phường An Phú,commune,,,,
dong-son,Xã Đông Sơn,commune,,,,
`;
