// What is looked at: selection, keys, clicks, and the address that keeps it.

const view = { selected: lastIndex, base: null, query: '', lanes: [], fold: false, cell: null, open: new Set(), writers: new Set(), matches: null };
const query = byId('query');
const fold = byId('fold');
const help = byId('help');

/** Draws all anew after the view changed; what was asked for is kept in the address. */
function show(change, { keepsAddress = false } = {}) {
  const asked = change.query !== undefined && change.query !== view.query;
  if (['query', 'lanes', 'fold'].some((name) => name in change)) view.open = new Set();
  Object.assign(view, change);
  view.writers = new Set(view.cell ? writers(view.cell) : []);
  if (asked) view.matches = matchesOf(view.query);
  layOut(view);
  drawHeads(view);
  reveal(view.selected);
  drawRows(view);
  drawCard(view);
  drawFound();
  if (!strip.hidden) drawOverview(view);
  sheet.setAttribute('aria-activedescendant', 'row-' + numberOf(view.selected));
  byId('said').textContent = description(view.selected);
  if (!keepsAddress) history.replaceState(null, '', address());
}

/** The steps that a query finds; null where it asks for none. */
function matchesOf(asked) {
  const asksForSteps = tokens(asked).some((token) => !token.startsWith('var:'));
  return asksForSteps ? new Set([...steps.keys()].filter(testOf(asked))) : null;
}

function drawFound() {
  byId('found').textContent = view.matches ? count(view.matches.size, 'step') + ' found' : '';
  byId('clear').hidden = !(view.query || view.lanes.length || view.cell || view.base !== null);
}

// ---- the address: #s=12&d=3&lane=r1&q=changed:x&fold=1&by=2

function address() {
  const parts = new URLSearchParams({ s: numberOf(view.selected) });
  if (view.base !== null) parts.set('d', numberOf(view.base));
  view.lanes.forEach((lane) => parts.append('lane', lane));
  if (view.query) parts.set('q', view.query);
  if (view.fold) parts.set('fold', 1);
  if (view.cell) parts.set('x', view.cell.path);
  if (lanesChosen > 0) parts.set('by', lanesChosen);
  return '#' + parts;
}

/** All that is drawn depends on the lanes, so that the page begins anew with others. */
function chooseLanes(number) {
  const parts = new URLSearchParams(address().slice(1));
  parts.delete('lane');
  parts.delete('by');
  if (number > 0) parts.set('by', number);
  history.replaceState(null, '', '#' + parts);
  location.reload();
}

function offerLanes() {
  const choice = byId('lanes-choice');
  choice.replaceChildren(...laneChoices.map((names, i) => el('option', { value: i }, clip(names.join(', ') || 'no lanes', 60))));
  choice.value = lanesChosen;
  choice.parentNode.hidden = laneChoices.length < 2;
  choice.addEventListener('change', () => chooseLanes(Number(choice.value)));
}

function fromAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const step = (name, other) => (isStep(indexOf(Number(parts.get(name) ?? NaN))) ? indexOf(Number(parts.get(name))) : other);
  query.value = parts.get('q') ?? '';
  fold.checked = parts.has('fold');
  const lane = parts.getAll('lane').filter((name) => lanes.some((each) => each.name === name));
  show({ selected: step('s', lastIndex), base: step('d', null), lanes: lane, query: query.value, fold: fold.checked, cell: cellOf(parts.get('x')) }, { keepsAddress: true });
}

/** The cell that is written as `rmState["r1"]`. */
function cellOf(path) {
  const variable = path === null ? -1 : data.variables.findIndex((name) => path === name || path.startsWith(name + '['));
  if (variable < 0) return null;
  const within = (keys, rest) => {
    if (rest === '') return keys;
    const at = find(states[lastIndex][variable], keys);
    const key = at === undefined || !hasRows(at) ? undefined : [...rows(at).keys()].find((each) => rest.startsWith('[' + each + ']'));
    return key === undefined ? null : within([...keys, key], rest.slice(key.length + 2));
  };
  const keys = within([], path.slice(data.variables[variable].length));
  return keys && cell(variable, keys);
}

// ---- moving

function move(by) {
  const all = shownRows.map((row) => row.index).filter((index) => index !== undefined);
  const at = all.indexOf(view.selected) + by;
  show({ selected: all[Math.max(0, Math.min(all.length - 1, at))] });
}

/** To the nearest step of that kind, if there is one. */
function moveTo(isWanted, by) {
  for (let index = view.selected + by; isStep(index); index += by) {
    if (isWanted(index)) return show({ selected: index });
  }
  return undefined;
}

const sameLane = (index) => steps[index].lane === steps[view.selected].lane;

/** Along an arrow: back to who sent what was read here, else on to who read what was sent. */
function follow() {
  const back = received[view.selected].map((message) => indexOf(message.from)).find(isStep);
  const on = sent[view.selected].map((message) => indexOf(message.to)).find(isStep);
  if ((back ?? on) !== undefined) show({ selected: back ?? on });
}

function clear() {
  query.value = '';
  show({ query: '', lanes: [], cell: null, base: null });
}

const keys = {
  ArrowLeft: () => move(-1),
  ArrowRight: () => move(1),
  'Shift+ArrowLeft': () => moveTo(sameLane, -1),
  'Shift+ArrowRight': () => moveTo(sameLane, 1),
  '[': () => moveTo((index) => view.writers.has(index), -1),
  ']': () => moveTo((index) => view.writers.has(index), 1),
  n: () => moveTo((index) => view.matches?.has(index), 1),
  p: () => moveTo((index) => view.matches?.has(index), -1),
  m: follow,
  d: () => show({ base: view.base === null ? view.selected : null }),
  f: () => { fold.checked = !fold.checked; show({ fold: fold.checked }); },
  '/': () => query.focus(),
  '?': () => help.showModal(),
  Escape: clear,
};

/** Keys that belong to the diagram only, since elsewhere they scroll. */
const sheetKeys = {
  ArrowUp: () => move(-1),
  ArrowDown: () => move(1),
  PageUp: () => move(-10),
  PageDown: () => move(10),
  Home: () => move(-steps.length),
  End: () => move(steps.length),
};

function onKey(event) {
  const writes = event.target.matches?.('input, textarea, select');
  if (event.target === query && event.key === 'Escape') { clear(); query.blur(); return; }
  if (writes || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const name = (event.shiftKey && event.key.startsWith('Arrow') ? 'Shift+' : '') + event.key;
  const onSheet = event.target === sheet || event.target === strip;
  const action = keys[name] ?? (onSheet ? sheetKeys[name] : undefined);
  if (!action) return;
  event.preventDefault();
  action();
}

function onClick(event) {
  const hit = (selector) => event.target.closest?.(selector);
  const step = hit('[data-step]');
  const lane = hit('[data-lane]');
  const pointed = hit('[data-cell]');
  const folded = hit('[data-open]');
  if (step) {
    event.preventDefault();
    const index = Number(step.dataset.step);
    show(event.shiftKey ? { base: index } : { selected: index });
  } else if (lane) {
    const name = lane.dataset.lane;
    show({ lanes: view.lanes.includes(name) ? view.lanes.filter((each) => each !== name) : [...view.lanes, name] });
  } else if (pointed) {
    const [variable, ...path] = JSON.parse(pointed.dataset.cell);
    const next = cell(variable, path);
    show({ cell: view.cell?.path === next.path ? null : next });
    card.querySelector('.cell.on')?.focus();
  } else if (folded) {
    view.open.add(Number(folded.dataset.open));
    show({});
  } else if (hit('[data-do="base"]')) {
    show({ base: view.base === null ? view.selected : null });
  }
}

function onStrip(event) {
  const { left } = strip.getBoundingClientRect();
  const number = 1 + Math.round(((event.clientX - left) / strip.clientWidth) * total - 0.5);
  show({ selected: Math.max(0, Math.min(lastIndex, indexOf(number))) });
}

function begin() {
  document.documentElement.classList.add('js');
  byId('app').hidden = false;
  strip.hidden = steps.length < STEPS_MIN && skipped === 0;
  strip.setAttribute('aria-valuemin', data.first);
  strip.setAttribute('aria-valuemax', numberOf(lastIndex));
  byId('strip-note').textContent = strip.hidden ? '' : overviewNote();
  byId('lanes-by').textContent = 'Time runs downwards; lanes ' + data.lanesBy + '.';
  addEventListener('hashchange', () => (chosenLanes() === lanesChosen ? fromAddress() : location.reload()));
  addEventListener('keydown', onKey);
  addEventListener('click', onClick);
  addEventListener('resize', () => show({}, { keepsAddress: true }));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColours(); show({}, { keepsAddress: true }); });
  query.addEventListener('input', () => show({ query: query.value }));
  fold.addEventListener('change', () => show({ fold: fold.checked }));
  byId('clear').addEventListener('click', clear);
  byId('help-button').addEventListener('click', () => help.showModal());
  strip.addEventListener('pointerdown', onStrip);
  strip.addEventListener('pointermove', (event) => { if (event.buttons === 1) onStrip(event); });
  scroller.addEventListener('scroll', () => { drawRows(view); if (!strip.hidden) drawOverview(view); }, { passive: true });
  offerLanes();
  readColours();
  fromAddress();
}

try {
  begin();
} catch (error) {
  // what is there without a script is better than half a picture
  document.documentElement.classList.remove('js');
  byId('app').hidden = true;
  throw error;
}
