// The behaviour: its steps, the state after each, and what changed when.

const steps = data.steps;
const lanes = data.lanes;
const lastIndex = steps.length - 1;
const isTrace = steps.some((step) => step.event);

const numberOf = (index) => data.first + index;
const indexOf = (number) => number - data.first;
const isStep = (index) => Number.isInteger(index) && index >= 0 && index <= lastIndex;
const word = (id) => (id === undefined ? '' : data.texts[id]);

/** Value numbers by variable, for each step. */
const states = [];
/** Indices of the steps that changed a variable. */
const changedAt = data.variables.map(() => []);
steps.forEach((step, index) => {
  const state = index === 0 ? [] : states[index - 1].slice();
  for (let i = 0; i < step.set.length; i += 2) {
    state[step.set[i]] = step.set[i + 1];
    if (index > 0) changedAt[step.set[i]].push(index);
  }
  states.push(state);
});

const received = steps.map(() => []);
const sent = steps.map(() => []);
const taken = steps.map(() => []);
const incidents = steps.map(() => []);
data.messages.forEach((message) => {
  if (isStep(indexOf(message.from))) sent[indexOf(message.from)].push(message);
  if (isStep(indexOf(message.to))) received[indexOf(message.to)].push(message);
  if (isStep(indexOf(message.lostAt))) taken[indexOf(message.lostAt)].push(message);
});
data.incidents.forEach((incident) => {
  if (isStep(indexOf(incident.step))) incidents[indexOf(incident.step)].push(incident);
});

const linesOf = [];

/** What a step changed, line by line. */
function changesOf(index) {
  if (!linesOf[index]) linesOf[index] = index === 0 ? [] : changesBetween(index - 1, index);
  return linesOf[index];
}

function changesBetween(from, to) {
  return data.variables.flatMap((name, i) => changeLines(name, states[from][i], states[to][i]));
}

/** A change as text: `tmState "init" → "committed"`. */
function sentence(line) {
  if (line.mark === '~') return line.path + ' ' + text(line.before) + ' → ' + text(line.after);
  return line.mark + ' ' + line.path + ' ' + text(line.mark === '+' ? line.after : line.before);
}

/** A variable and the keys in it: what one points at in a state. */
function cell(variable, keys) {
  const path = keys.reduce(inPath, data.variables[variable]);
  return { variable, keys, path };
}

/** Indices of the steps that changed a cell, those before the first state in the page left out. */
function writers(of) {
  return changedAt[of.variable].filter(
    (index) => find(states[index - 1][of.variable], of.keys) !== find(states[index][of.variable], of.keys));
}

const laneOf = (step) => (step.lane === undefined ? '' : lanes[step.lane].name);
const who = (index) => (laneOf(steps[index]) ? ' by ' + laneOf(steps[index]) : '');
const told = (index) => 'step ' + numberOf(index) + ', ' + word(steps[index].action) + who(index);

function brief(index) {
  const step = steps[index];
  if (step.forbidden) return 'seen: ' + pairs(step.event.seen).map(([path, value]) => word(path) + ' ' + word(value)).join('; ');
  if (index === 0) return '';
  const lines = changesOf(index);
  // scalars first: they say most in least room
  const ordered = [...lines.filter((line) => line.mark === '~'), ...lines.filter((line) => line.mark !== '~')];
  return ordered.slice(0, 8).map(sentence).join('; ') || 'changes nothing';
}

/** A step in a sentence, for tooltips, searches and screen readers. */
function description(index) {
  const which = told(index) + (steps[index].forbidden ? ', not allowed by the spec' : '');
  return clip([which, brief(index)].filter(Boolean).join(': '), 400);
}
