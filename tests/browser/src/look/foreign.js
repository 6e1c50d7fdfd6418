// Words of the other language, as a list of "where: words". arguments: names that belong to no language (people's and places'
// own: WCAG 3.1.2 leaves them out). Text under another `lang` than the page's is what it says it is.
const names = arguments[0];
const page = document.documentElement.lang;
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
const ENGLISH = new RegExp("\\b(the|of|and|is|are|not|with|for|this|that|these|from|has|have|was|were|will|by|your|you|its|it|"
  + "each|every|which|when|what|how|units?|targets?|rows?|files?|years?|quarters?|months?|days?|met|missed|items?|more|all|shown|"
  + "show|open|close|search|settings|download|undo|loading|error)\\b", "i");
// Longest first, so that no part of a name is left over.
const strip = text => names.reduce((left, name) => left.includes(name) ? left.replaceAll(name, " ") : left, text.normalize("NFC"));
const letters = page === "en" ? VIETNAMESE : ENGLISH;
const foreign = text => letters.test(text) && letters.test(strip(text));
const spoken = element => element.closest("[lang]").lang === page;
const where = element => {
  const named = element.closest("[class]");
  return named ? `${named.tagName.toLowerCase()}.${[...named.classList].join(".")}` : element.tagName.toLowerCase();
};
const found = new Set();
const look = (element, kind, text) => {
  if (text && foreign(text) && spoken(element)) found.add(`${where(element)}${kind}: ${text.trim().slice(0, 160)}`);
};
look(document.documentElement, " <title>", document.title);
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!element.closest("script, style, template")) look(element, "", walker.currentNode.data);
}
for (const element of document.body.querySelectorAll("*")) {
  for (const name of ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "title", "placeholder", "alt"]) {
    // An attribute cannot say which of its words are quoted from elsewhere but by quotation marks.
    look(element, `[${name}]`, element.getAttribute(name)?.replaceAll(/“[^”]*”/g, " "));
  }
}
return [...found];
