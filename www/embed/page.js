// What both example pages share: elements, two languages, days.

export const byId = (id) => document.getElementById(id);

export function make(tag, properties, ...children) {
  const { data = {}, ...others } = properties;
  const element = Object.assign(document.createElement(tag), others);
  Object.assign(element.dataset, data);
  element.append(...children);
  return element;
}

export const tongue = { language: 'vi', words: {} };

/** A sentence of the page; those with figures are functions. */
export function say(key, ...figures) {
  const words = tongue.words[tongue.language][key];
  return typeof words === 'function' ? words(...figures) : words;
}

/** One of two: Vietnamese, English. */
export const inWords = (pair) => pair[tongue.language === 'vi' ? 0 : 1];

export const day = (iso) => new Date(`${iso}T00:00`).toLocaleDateString(tongue.language === 'vi' ? 'vi-VN' : 'en-GB');

/** Says everything, now and when the other language is asked for; `then` says what only the page knows. */
export function speak(words, then) {
  tongue.words = words;
  const sayAll = () => {
    document.documentElement.lang = tongue.language;
    document.title = say('title');
    for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
    Object.assign(byId('language'), { textContent: say('other'), lang: tongue.language === 'vi' ? 'en' : 'vi' });
    then();
  };
  byId('language').addEventListener('click', () => {
    tongue.language = tongue.language === 'vi' ? 'en' : 'vi';
    sayAll();
  });
  sayAll();
}
