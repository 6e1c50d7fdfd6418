// Where the keyboard stands, and what is wrong with it: a focus that nobody sees is told once the keyboard has left it, because only
// then its look can be compared.
const rings = element => [element, element.closest("label, .file-picker, td, li")].filter(Boolean).map(one => {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow, left } = getComputedStyle(one);
  return outlineStyle === "none" ? boxShadow + left : [outlineWidth, outlineColor, boxShadow, left].join();
}).join("|");
const words = element => {
  const text = (element.closest("label") || element).textContent.trim().replace(/\s+/g, " ");
  return [text, element.getAttribute("aria-label") || text];
};
const covered = element => {
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return "has no size";
  const points = [];
  // Words that go on in another line have a box in each.
  for (const { left, top, width, height } of element.getClientRects())
    for (const x of [0.1, 0.5, 0.9]) for (const y of [0.1, 0.5, 0.9]) points.push([left + width * x, top + height * y]);
  const label = element.closest("label, .file-picker") || element;
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (element.contains(top) || label.contains(top));
  });
  return seen ? null : "is covered or out of sight";
};
const faults = [];
const left = window.leftStop;
const element = document.activeElement;
if (left && left.element !== element && left.element.isConnected && rings(left.element) === left.rings) {
  faults.push(`no ring around "${words(left.element)[1].slice(0, 60)}"`);
}
const nowhere = element === document.body || element === document.documentElement;
// A field of a date has several stops: the first one tells.
if (nowhere) window.leftStop = null;
else if (!left || left.element !== element) window.leftStop = { element, rings: rings(element) };
const wrong = nowhere ? null : covered(element);
if (wrong) faults.push(`"${words(element)[1].slice(0, 60)}" ${wrong}`);
const [text, name] = nowhere ? ["", ""] : words(element);
return { text, name, tag: element.tagName, inside: element.closest("main") !== null, faults };
