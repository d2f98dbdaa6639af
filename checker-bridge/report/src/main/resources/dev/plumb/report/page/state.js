// The selected step: what it read and sent, and the state after it with what changed marked inside the values.

const card = byId('card');

/** Rows that stayed the same up to which they are shown beside those that changed. */
const SAME_SHOWN_MAX = 6;
/** Rows of one value that are shown. */
const ROWS_MAX = 300;
const INLINE_MAX = 64;
const MARKS = { '+': 'added', '-': 'removed', '~': 'changed' };

function drawCard(view) {
  const index = view.selected;
  const step = steps[index];
  const opened = byId('step-' + numberOf(index));
  card.replaceChildren(
    el('header', {},
      el('h2', {}, (step.forbidden ? '✗ ' : '') + word(step.action)), chip(step) ?? '',
      el('span', { class: 'count' }, 'step ' + numberOf(index) + ' of ' + numberOf(lastIndex))),
    el('p', { class: 'where' }, [word(step.place), word(step.event?.at), word(step.event?.source)].filter(Boolean).join(' · ')),
    heard(index),
    step.forbidden ? forbidden(step) : '',
    compared(view),
    stateTable(view),
    expressions(index),
    opened ? opened.content.cloneNode(true) : '');
}

/** Messages that a step received, sent and lost, and what befell processes. */
function heard(index) {
  const link = (number) => (isStep(indexOf(number)) ? el('a', { href: '#s=' + number, 'data-step': indexOf(number) }, 'step ' + number) : 'step ' + number);
  const by = (number) => (isStep(indexOf(number)) ? who(indexOf(number)) : '');
  const what = (message) => el('code', {}, word(message.label) || 'a message');
  const lines = [
    ...received[index].map((each) => ['read', what(each), ' from ', link(each.from), by(each.from)]),
    ...sent[index].map((each) => (each.to !== undefined ? ['sent', what(each), ', read in ', link(each.to), by(each.to)]
      : each.lostAt !== undefined ? ['sent', what(each), ', lost in ', link(each.lostAt)] : ['sent', what(each), ', not read'])),
    ...taken[index].map((each) => ['lost', what(each), ' from ', link(each.from), by(each.from)]),
    ...incidents[index].map((each) => [{ crash: 'crash', restart: 'restart', touched: 'changes' }[each.kind], 'of ' + lanes[each.lane].name]),
  ];
  return lines.length === 0 ? '' : el('ul', { class: 'heard' }, lines.map(([verb, ...rest]) => el('li', {}, el('b', {}, verb), ' ', ...rest)));
}

function forbidden(step) {
  return el('div', { class: 'forbidden' },
    el('p', {}, '✗ No step of the spec fits. The state below is the one before it' + (step.event.seen.length > 0 ? '; this was seen after it:' : '.')),
    el('ul', { class: 'rows' }, pairs(step.event.seen).map(([path, value]) => row('seen', word(path), el('ins', {}, word(value))))));
}

function compared(view) {
  const index = view.selected;
  const base = baseOf(view);
  if (index === 0 && view.base === null) return el('h3', {}, numberOf(0) === 1 ? 'The initial state' : 'The earliest state in this page');
  const back = el('button', { type: 'button', 'data-do': 'base' }, view.base === null ? 'Compare others with this one' : 'Compare with the step before');
  return el('div', { class: 'compared' }, el('h3', {}, (steps[index].forbidden ? 'The state before it' : 'The state after it') + ', compared with step ' + numberOf(base)), back);
}

/** The step with which the state is compared. */
const baseOf = (view) => view.base ?? Math.max(0, view.selected - 1);

function stateTable(view) {
  const shows = variablesOf(view.query);
  const [before, after] = [states[baseOf(view)], states[view.selected]];
  const lit = data.read[numberOf(view.selected)];
  const look = { cell: view.cell, lit, compared: baseOf(view) !== view.selected };
  const all = data.variables.map((name, i) => i).filter((i) => shows(data.variables[i]));
  const isStill = (i) => before[i] === after[i] && look.compared;
  const still = all.filter((i) => isStill(i) && !isLit(look, data.variables[i]) && view.cell?.variable !== i);
  const folded = all.length > 8 && still.length > 3 ? new Set(still) : new Set();
  const body = all.filter((i) => !folded.has(i)).map((i) => variableRow(i, before[i], after[i], view, look));
  return el('div', {},
    lit ? el('p', { class: 'by' }, 'The cells with a bar beside them decide about the violated property.') : '',
    el('table', { class: 'state' + (lit ? ' has-lit' : '') }, el('tbody', {}, body)),
    folded.size === 0 ? '' : details(folded.size + ' variables are the same', () =>
      el('table', { class: 'state' }, el('tbody', {}, [...folded].map((i) => variableRow(i, before[i], after[i], view, look))))),
    view.cell ? cellHistory(view) : '');
}

function variableRow(i, before, after, view, look) {
  const name = data.variables[i];
  const still = before === after;
  const touched = !look.compared ? 'fresh' : still ? 'still' : 'touched';
  const change = look.compared ? compare(before, after) : compare(after, after);
  const at = changedAt[i].filter((index) => index <= view.selected).pop();
  const since = at === undefined ? (numberOf(0) === 1 ? 'never changed' : 'not changed in this page')
    : at === view.selected ? '' : el('a', { href: '#s=' + numberOf(at), 'data-step': at, title: 'last changed in ' + told(at) }, 'since ' + numberOf(at) + who(at));
  const size = still && text(after).length <= INLINE_MAX ? '' : sizeOf(after);
  return el('tr', { class: touched + (isLit(look, name) ? ' lit' : '') },
    el('td', { class: 'mark' }, signOf(change)),
    el('th', { scope: 'row' }, cellButton(i, [], clip(name, 40), look), el('span', { class: 'since' }, size, size && since ? ' · ' : '', since)),
    el('td', {}, valueView(look.compared ? before : after, after, { ...look, variable: i, path: name, keys: [] })));
}

const signOf = (change) => ({ same: '', added: '+', removed: '-' })[change.kind] ?? '~';

/** Of what has elements: rows do not tell a set from a sequence. */
function sizeOf(id) {
  const kind = kindOf(id);
  return kind === 'set' || kind === 'sequence' ? kind + ' of ' + (partsOf(id).length + hiddenIn(id)).toLocaleString('en') : '';
}

/** A name that one can point at, to see when it changed. */
function cellButton(variable, keys, label, look) {
  const on = look.cell && look.cell.path === cell(variable, keys).path;
  return el('button', { type: 'button', class: 'cell' + (on ? ' on' : ''), 'data-cell': JSON.stringify([variable, ...keys]), title: 'When did it change?' }, label);
}

const isLit = (look, path) => Boolean(look.lit?.some((each) => each === path || each.startsWith(path + '[') || path.startsWith(each + '[')));

/** A value with what changed inside it. */
function valueView(before, after, look) {
  const change = compare(before, after);
  if (before !== after && changeLines('', before, after).length === 0) return el('em', {}, 'what changed is not in this page');
  switch (change.kind) {
    case 'same': return sameView(after, look);
    case 'added': return el('ins', {}, text(after));
    case 'removed': return el('del', {}, text(before));
    case 'replaced': return el('span', {}, el('del', {}, text(before)), el('span', { class: 'arrow' }, '→'), el('ins', {}, text(after)), difference(before, after));
    case 'rows': return rowsView(change.rows, hiddenIn(after), isBag(after), look);
    case 'set': return el('ul', { class: 'rows' }, elements(change.removed, '-'), elements(change.added, '+'), kept(change.kept, hiddenIn(after)));
    default: return el('ul', { class: 'rows' }, kept(change.head, 0), elements(change.removed, '-'), elements(change.added, '+'), kept(change.tail, 0));
  }
}

/** By how much a number changed. */
function difference(before, after) {
  const by = Number(text(after)) - Number(text(before));
  return isScalar(before) && isScalar(after) && Number.isSafeInteger(by) ? el('span', { class: 'by' }, ' (' + (by > 0 ? '+' : '−') + Math.abs(by) + ')') : '';
}

/** What stayed the same has the shape of what changed, so that nothing jumps from step to step. */
function sameView(id, look) {
  const kind = kindOf(id);
  const isLong = text(id).length > INLINE_MAX;
  const opens = kind === 'sequence' ? isLong : look.keys.length === 0 || isLit(look, look.path);
  if (hasRows(id) && opens) return rowsView(compareRows(rows(id), rows(id)).rows, hiddenIn(id), isBag(id), look);
  if (kind === 'set' && look.keys.length === 0 && isLong) return el('ul', { class: 'rows' }, kept(partsOf(id), hiddenIn(id)));
  return el('code', {}, text(id));
}

function rowsView(all, hidden, bag, look) {
  const here = (each) => inPath(look.path, each.key);
  const matters = (each) => each.before !== each.after || isLit(look, here(each)) || look.cell?.path.startsWith(here(each));
  const important = all.filter(matters);
  const rest = all.filter((each) => !matters(each));
  const folds = rest.length > SAME_SHOWN_MAX;
  const draw = (each) => {
    const keys = [...look.keys, each.key];
    const inner = { ...look, keys, path: here(each) };
    const node = row(signOf(compare(each.before, each.after)), null, valueView(each.before, each.after, inner));
    node.children[0].after(el('span', { class: 'key' }, cellButton(look.variable, keys, clip(bag ? each.key + ' ×' : fieldName(each.key), 60), look)));
    node.classList.remove('plain');
    if (isLit(look, here(each))) node.classList.add('lit');
    return node;
  };
  const list = folds ? important : all;
  return el('ul', { class: 'rows' }, list.slice(0, ROWS_MAX).map(draw), more(list.length - ROWS_MAX),
    folds ? el('li', { class: 'kept plain' }, el('i', { class: 'mark' }), details(count(rest.length, 'row') + (important.length > 0 ? ' unchanged' : ''), () =>
      el('ul', { class: 'rows' }, rest.slice(0, ROWS_MAX).map(draw), more(rest.length - ROWS_MAX)))) : null,
    absent(hidden));
}

const elements = (ids, mark) => [...ids.slice(0, ROWS_MAX).map((id) => row(mark, null, el(mark === '+' ? 'ins' : 'del', {}, text(id)))), more(ids.length - ROWS_MAX)];

function kept(ids, hidden) {
  const all = (list) => list.slice(0, ROWS_MAX).map((id) => row('', null, el('code', {}, text(id))));
  if (ids.length <= SAME_SHOWN_MAX) return [...all(ids), absent(hidden)];
  const folded = details(ids.length + ' unchanged', () => el('ul', { class: 'rows' }, all(ids), more(ids.length - ROWS_MAX)));
  return [el('li', { class: 'kept plain' }, el('i', { class: 'mark' }), folded), absent(hidden)];
}

const more = (left) => (left > 0 ? el('li', { class: 'kept plain' }, el('i', { class: 'mark' }), '… and ' + count(left, 'more')) : null);
const absent = (hidden) => (hidden > 0 ? el('li', { class: 'kept plain' }, el('i', { class: 'mark' }), '… ' + count(hidden, 'more') + ', not in this page') : null);

function row(mark, key, ...content) {
  const kind = mark === 'seen' ? 'seen' : MARKS[mark] ?? 'kept';
  return el('li', { class: kind + (key === null ? ' plain' : '') }, el('i', { class: 'mark ' + kind }, MARKS[mark] ? mark : ''),
    key === null ? null : el('code', { class: 'key' }, key), el('span', {}, ...content));
}

/** Something folded that is drawn once it is opened. */
function details(summary, draw) {
  const node = el('details', {}, el('summary', {}, summary));
  node.addEventListener('toggle', () => { if (node.open && node.children.length === 1) node.append(draw()); });
  return node;
}

/** When the cell changed that is pointed at, and by whom. */
function cellHistory(view) {
  const all = [...view.writers];
  const near = all.filter((index) => index <= view.selected).slice(-8);
  const links = near.map((index) => el('li', {}, el('a', { href: '#s=' + numberOf(index), 'data-step': index }, told(index))));
  const name = el('code', {}, view.cell.path);
  return el('div', { class: 'history', role: 'status' },
    el('p', {}, name, all.length === 0 ? ' never changes in this page.' : ' changes in ' + count(all.length, 'step') + (near.length > 0 ? '; up to here, lastly in:' : ', all of them later.')),
    el('ol', { reversed: '', class: 'writers' }, links.reverse()),
    el('p', { class: 'by' }, el('kbd', {}, '['), ' ', el('kbd', {}, ']'), ' go from change to change.'));
}

function expressions(index) {
  const known = data.expressions.filter((each) => each.values[index] >= 0);
  return known.length === 0 ? '' : el('div', {}, el('p', { class: 'by' }, 'Also evaluated in this state:'),
    el('ul', { class: 'rows expressions' }, known.map((each) => el('li', {}, el('i', { class: 'mark' }, '='), el('code', { class: 'key' }, each.text), el('code', {}, text(each.values[index]))))));
}
