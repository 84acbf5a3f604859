// Elements from data. Text only ever becomes a text node; no string is parsed as HTML.

/**
 * An element. `props`: `on` maps events to handlers, `data` to data attributes, `class` is the class attribute;
 * a boolean sets or leaves out an attribute; anything else becomes one. Children are nodes or text; falsy ones
 * are left out.
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'on') for (const [type, handler] of Object.entries(value)) element.addEventListener(type, handler);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

/** The element with that id; the page is broken without it. */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element #${id}`);
  return element;
}

/** Moves the one tab stop of a group to an element and focuses it. */
export function rove(elements, to) {
  for (const element of elements) element.tabIndex = element === to ? 0 : -1;
  to?.focus();
}
