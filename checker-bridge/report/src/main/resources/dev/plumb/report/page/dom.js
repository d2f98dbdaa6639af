// Small things that all parts use.

const byId = (id) => document.getElementById(id);

/** An element; text becomes text and never markup. Children that are null are left out. */
function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** `1 step`, `1,146 steps`. */
const count = (number, noun) => number.toLocaleString('en') + ' ' + noun + (number === 1 || noun === 'more' ? '' : 's');

function clip(string, charactersMax) {
  if (string.length <= charactersMax) return string;
  const characters = [...string];
  return characters.length <= charactersMax ? string : characters.slice(0, charactersMax - 1).join('') + '…';
}

/** `[a, b, c, d]` as `[[a, b], [c, d]]`. */
const pairs = (flat) => flat.flatMap((each, i) => (i % 2 === 0 ? [[each, flat[i + 1]]] : []));
