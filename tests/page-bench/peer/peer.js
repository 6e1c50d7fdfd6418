// What a page does that reads a workbook by itself: the cells of the first sheet as lists, and their count on the screen.
import { read, utils } from 'xlsx';

document.querySelector('input').addEventListener('change', async (event) => {
  const start = performance.now();
  const book = read(await event.target.files[0].arrayBuffer(), { dense: true });
  const rows = utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
  document.getElementById('rows').textContent = `${rows.length} rows`;
  requestAnimationFrame(() => setTimeout(() => {
    window.took = performance.now() - start;
    document.title = 'done';
  }));
});
