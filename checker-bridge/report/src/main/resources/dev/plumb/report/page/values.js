// TLA+ values. Each is named by its number in the data: equal values have equal numbers, so comparing is cheap.

/** Texts of values with parts that are longer are cut; those of others were cut before. */
const TEXT_MAX = 4000;
const textOf = [];
const rowsOf = [];

const isScalar = (id) => typeof data.values[id] === 'string';
const kindOf = (id) => (isScalar(id) ? 'scalar' : data.values[id][0]);
const partsOf = (id) => data.values[id].slice(2);
/** How many entries of a value are not in this page. */
const hiddenIn = (id) => (isScalar(id) ? 0 : data.values[id][1]);

/** Rows of a function or record: value numbers by key numbers. */
function rows(id) {
  if (!rowsOf[id]) {
    rowsOf[id] = new Map();
    const parts = partsOf(id);
    for (let i = 0; i < parts.length; i += 2) rowsOf[id].set(parts[i], parts[i + 1]);
  }
  return rowsOf[id];
}

const fieldName = (key) => text(key).replace(/^"|"$/g, '');

/** A value as TLA+ text, cut where it is very long. */
function text(id) {
  if (textOf[id] === undefined) textOf[id] = cut(write(id));
  return textOf[id];
}

function cut(string) {
  if (string.length <= TEXT_MAX) return string;
  return clip(string, TEXT_MAX) + ' (the first ' + TEXT_MAX.toLocaleString('en') + ' of ' + count(string.length, 'character') + ')';
}

function write(id) {
  if (isScalar(id)) return data.values[id];
  const more = hiddenIn(id) ? ['… ' + count(hiddenIn(id), 'more') + ' not in this page'] : [];
  const row = (arrow, name) => [...rows(id)].map(([key, value]) => name(key) + arrow + text(value));
  switch (kindOf(id)) {
    case 'set': return '{' + [...partsOf(id).map(text), ...more].join(', ') + '}';
    case 'sequence': return '<<' + partsOf(id).map(text).join(', ') + '>>';
    case 'record': return '[' + [...row(' |-> ', fieldName), ...more].join(', ') + ']';
    default: return '(' + [...row(' :> ', text), ...more].join(' @@ ') + ')';
  }
}

/** A bag is a function to numbers whose elements are no numbers or names, as those of Bags and of networks are. */
function isBag(id) {
  return kindOf(id) === 'function' && [...rows(id)].every(([key, value]) => !isScalar(key) && /^[1-9]\d*$/.test(text(value)));
}

/** How one value follows from another; one of them may be missing. */
function compare(before, after) {
  if (before === after) return { kind: 'same' };
  if (before === undefined) return { kind: 'added' };
  if (after === undefined) return { kind: 'removed' };
  const [old, now] = [kindOf(before), kindOf(after)];
  if (old === 'set' && now === 'set') return compareSets(partsOf(before), partsOf(after));
  if (old === 'sequence' && now === 'sequence') return compareSequences(partsOf(before), partsOf(after));
  if (hasRows(before) && hasRows(after)) return compareRows(rows(before), rows(after));
  return { kind: 'replaced' };
}

/** The function without entries is the empty sequence too. */
function hasRows(id) {
  const kind = kindOf(id);
  return kind === 'function' || kind === 'record' || (kind === 'sequence' && partsOf(id).length === 0);
}

function compareSets(before, after) {
  const old = new Set(before);
  const now = new Set(after);
  return {
    kind: 'set',
    removed: before.filter((element) => !now.has(element)),
    added: after.filter((element) => !old.has(element)),
    kept: after.filter((element) => old.has(element)),
  };
}

function compareRows(old, now) {
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))];
  return { kind: 'rows', rows: keys.map((key) => ({ key: text(key), before: old.get(key), after: now.get(key) })) };
}

/** Sequences of the same length are compared place by place; else what was put in and taken out is told. */
function compareSequences(old, now) {
  if (old.length === now.length) {
    return { kind: 'rows', rows: now.map((after, i) => ({ key: String(i + 1), before: old[i], after })) };
  }
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return {
    kind: 'sequence',
    from: head + 1,
    head: now.slice(0, head),
    removed: old.slice(head, old.length - tail),
    added: now.slice(head, now.length - tail),
    tail: now.slice(now.length - tail),
  };
}

const inPath = (path, key) => path + '[' + key + ']';

/** What changed, a line for each place, with its TLA+ path. */
function changeLines(path, before, after, lines = []) {
  const change = compare(before, after);
  const removed = (at, value) => lines.push({ mark: '-', path: at, before: value });
  const added = (at, value) => lines.push({ mark: '+', path: at, after: value });
  switch (change.kind) {
    case 'same': break;
    case 'added': added(path, after); break;
    case 'removed': removed(path, before); break;
    case 'replaced': lines.push({ mark: '~', path, before, after }); break;
    case 'rows': change.rows.forEach((row) => changeLines(inPath(path, row.key), row.before, row.after, lines)); break;
    case 'set':
      change.removed.forEach((element) => removed(path, element));
      change.added.forEach((element) => added(path, element));
      break;
    default:
      change.removed.forEach((value, i) => removed(inPath(path, change.from + i), value));
      change.added.forEach((value, i) => added(inPath(path, change.from + i), value));
  }
  return lines;
}

/** What is found in a value under keys, given by their texts; undefined if nothing is. */
function find(id, keys) {
  return keys.reduce((at, key) => {
    if (at === undefined || isScalar(at)) return undefined;
    if (kindOf(at) === 'sequence') return partsOf(at)[Number(key) - 1];
    return kindOf(at) === 'set' ? undefined : [...rows(at)].find(([each]) => text(each) === key)?.[1];
  }, id);
}
