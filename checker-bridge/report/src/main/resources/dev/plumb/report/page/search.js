// Which steps are shown: a query, lanes, and runs of local steps that are folded.

const FOLD_MIN = 3;

/** Words of a query; a quoted one may hold spaces. */
const tokens = (query) => query.match(/(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g) || [];

const tests = {
  'changed:': (what) => (index) => changesOf(index).some((line) => line.path === what || line.path.startsWith(what + '[')),
  'lane:': (what) => (index) => laneOf(steps[index]) === what,
  'action:': (what) => (index) => has(word(steps[index].action), what),
  'value:': (what) => (index) => states[index].some((value) => has(text(value), what)),
  'step:': (what) => {
    const [from, to = from] = what.split('-').map(Number);
    return (index) => numberOf(index) >= from && numberOf(index) <= to;
  },
  'var:': () => () => true,
};

const has = (haystack, needle) => haystack.toLowerCase().includes(needle.toLowerCase());

/** A test of steps by their index. */
function testOf(query) {
  const all = tokens(query).map((token) => {
    const negated = token.startsWith('-') && token.length > 1;
    const test = testOfToken(negated ? token.slice(1) : token);
    return negated ? (index) => !test(index) : test;
  });
  return (index) => all.every((test) => test(index));
}

function testOfToken(token) {
  const prefix = Object.keys(tests).find((each) => token.startsWith(each));
  if (prefix) return tests[prefix](token.slice(prefix.length));
  const equals = /^([^"=]+)=(.+)$/.exec(token);
  const variable = equals ? data.variables.indexOf(equals[1]) : -1;
  if (variable >= 0) return (index) => has(text(states[index][variable]), equals[2]);
  return (index) => [description(index), ...changesOf(index).map(sentence)].some((each) => has(each, token));
}

/** The variables that a query asks to see; all where it names none. */
function variablesOf(query) {
  const names = tokens(query).filter((token) => token.startsWith('var:')).map((token) => token.slice(4));
  return names.length === 0 ? () => true : (name) => names.some((each) => has(name, each));
}

/** A step that neither sent nor received anything, and at which nothing special happened. */
function isLocal(index) {
  return index > 0 && index < lastIndex && numberOf(index) !== data.loop && !steps[index].forbidden
    && sent[index].length + received[index].length + taken[index].length + incidents[index].length === 0;
}

/**
 * The rows of the diagram: a step each, or some that are left out together.
 *
 * view.open has the first indices of those that were opened again.
 */
function rowsFor(view) {
  const shows = (index) =>
    index === view.selected || ((!view.matches || view.matches.has(index)) && (view.lanes.length === 0 || view.lanes.includes(laneOf(steps[index]))));
  const rows = [];
  for (let index = 0; index < steps.length;) {
    const from = index;
    while (index < steps.length && !shows(index)) index++;
    if (index > from) addAll(rows, from, index, 'not asked for', 1, view);
    const local = index;
    while (view.fold && index < steps.length && shows(index) && isLocal(index) && index !== view.selected) index++;
    if (index > local) addAll(rows, local, index, 'local', FOLD_MIN, view);
    if (index < steps.length && index === local && shows(index)) rows.push({ index: index++ });
  }
  return rows;
}

function addAll(rows, from, to, why, least, view) {
  if (to - from < least || view.open.has(from)) {
    for (let index = from; index < to; index++) rows.push({ index });
  } else {
    rows.push({ from, to, why });
  }
}
