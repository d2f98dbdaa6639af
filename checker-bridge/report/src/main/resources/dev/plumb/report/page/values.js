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

/** The entries of a function, record or sequence: value numbers by the texts of their keys. */
function rows(id) {
  if (!rowsOf[id]) {
    const parts = partsOf(id);
    rowsOf[id] = new Map(kindOf(id) === 'sequence' ? parts.map((value, i) => [String(i + 1), value]) : pairs(parts).map(([key, value]) => [text(key), value]));
  }
  return rowsOf[id];
}

/** A field without its quotes. */
const fieldName = (key) => key.replace(/^"(\w+)"$/, '$1');

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
    default: return '(' + [...row(' :> ', (key) => key), ...more].join(' @@ ') + ')';
  }
}

/** A bag is a function to numbers whose elements are no numbers or names, as those of Bags and of networks are. */
function isBag(id) {
  return kindOf(id) === 'function' && pairs(partsOf(id)).every(([key, value]) => !isScalar(key) && /^[1-9]\d*$/.test(text(value)));
}

/** How one value follows from another; one of them may be missing. */
function compare(before, after) {
  if (before === after) return { kind: 'same' };
  if (before === undefined) return { kind: 'added' };
  if (after === undefined) return { kind: 'removed' };
  const [old, now] = [kindOf(before), kindOf(after)];
  if (old === 'set' && now === 'set') return compareSets(partsOf(before), partsOf(after));
  const areSequences = old === 'sequence' && now === 'sequence';
  if (areSequences && partsOf(before).length !== partsOf(after).length) return compareSequences(partsOf(before), partsOf(after));
  if (hasRows(before) && hasRows(after)) return compareRows(rows(before), rows(after));
  return { kind: 'replaced' };
}

/** Sequences are functions too; a long one is in the page as such. */
const hasRows = (id) => !isScalar(id) && kindOf(id) !== 'set';

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
  return { kind: 'rows', rows: keys.map((key) => ({ key, before: old.get(key), after: now.get(key) })) };
}

/** Of sequences of different lengths, what was put in and taken out is told. */
function compareSequences(old, now) {
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
const find = (id, keys) => keys.reduce((at, key) => (at === undefined || !hasRows(at) ? undefined : rows(at).get(key)), id);
