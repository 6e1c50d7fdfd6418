// What does not fit: the page when it is wider than its window, and text that its own box hides a part of.
const cut = [];
const root = document.documentElement;
const name = element => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")} "${element.textContent.trim().slice(0, 50)}"`;
if (root.scrollWidth > root.clientWidth) {
  cut.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    const scrolled = element.parentElement.closest(".table-frame, .table-scroll, [tabindex='0']");
    if (box.right > root.clientWidth + 1 && !scrolled && element.checkVisibility() && !element.closest(".visually-hidden")) {
      cut.push(`  ${name(element)} ends at ${Math.round(box.right)}`);
    }
  }
}
for (const element of document.body.querySelectorAll("*")) {
  const style = getComputedStyle(element);
  if (element.closest(".visually-hidden, svg, [aria-hidden=true]") || !element.checkVisibility()) continue;
  if (!element.textContent.trim()) continue;
  // Rows of the frame are equally high, so their cells end in “…” and tell all when pointed at; the pages beside show all.
  if (element.matches(".source-frame td[title]")) continue;
  const hides = axis => style[axis] === "hidden" || style[axis] === "clip";
  if (hides("overflowX") && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) {
    cut.push(`${name(element)} hides ${element.scrollWidth - element.clientWidth} px of its width`);
  }
  if (hides("overflowY") && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 1) {
    cut.push(`${name(element)} hides ${element.scrollHeight - element.clientHeight} px of its height`);
  }
}
return cut;
