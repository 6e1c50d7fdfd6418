// What a finger could miss: everything that can be pressed and is smaller than arguments[0] px either way, or, where it is a link
// or a button among words, less than 24 px high. What lies under a label is as large as the label.
const least = arguments[0];
const words = element => (element.getAttribute("aria-label") || element.textContent || element.value || element.name || "").trim().slice(0, 60);
const visible = element => element.checkVisibility({ opacityProperty: false, visibilityProperty: true, contentVisibilityAuto: true });
const boxes = element => {
  const label = element.closest("label") || (element.labels && element.labels[0]);
  return [element, label].filter(Boolean).map(one => one.getBoundingClientRect());
};
// Among words: text of its own line stands beside it in the same paragraph, cell or item.
const amongWords = element => {
  if (!getComputedStyle(element).display.startsWith("inline")) return false;
  const block = element.parentElement.closest("p, li, dd, td, th, figcaption, blockquote, summary, h1, h2, h3, h4, div");
  return block !== null && block.textContent.trim().length > element.textContent.trim().length + 1;
};
const small = [];
for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=option], [role=button]")) {
  if (element.disabled || !visible(element) || element.closest("[aria-hidden=true]")) continue;
  const sized = boxes(element).filter(box => box.width > 0 && box.height > 0);
  if (sized.length === 0) continue;
  const fits = sized.some(box => box.width >= least - 0.5 && box.height >= least - 0.5);
  const inline = amongWords(element) && sized.some(box => box.height >= 23.5);
  if (fits || inline) continue;
  if (element.matches(".skip")) continue;
  const box = sized[0];
  small.push(`${element.tagName.toLowerCase()}.${[...element.classList].join(".")} in ${element.parentElement.className || element.parentElement.tagName} "${words(element)}": ${Math.round(box.width)} × ${Math.round(box.height)}`);
}
return small;
