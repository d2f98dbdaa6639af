// The space-time diagram: a row a step, drawn as far as it can be seen.

const ROW = data.row;
const RADIUS = 12;
const HEAD = 8;
/** Rows that are drawn beyond those that can be seen. */
const BEYOND = 12;

const scroller = byId('scroller');
const sheet = byId('sheet');
const heads = byId('heads');

/** Rows on the sheet, and the row in which a step is. */
let shownRows = [];
let rowOf = [];
let drawn = [0, 0];

/** As wide as the longest name of what was recorded, as long as that leaves enough for the rest. */
const longestRecorded = steps.reduce((longest, { event }) => Math.max(longest, event ? word(event.action).length : 0), 0);
const recordedWidth = () => (isTrace && scroller.clientWidth > 640
  ? Math.round(Math.max(160, Math.min(280, scroller.clientWidth * 0.27, longestRecorded * 7.3 + 26))) : 0);
/** Numbers that do not fit into a point. */
const hasWideNumbers = numberOf(lastIndex) > 999;
let spacing;
let lanesWidth;
const laneX = (lane) => data.left + (lane + 0.5) * spacing;
const rowY = (row) => row * ROW + ROW / 2;
const stepY = (index) => rowY(rowOf[index]);

function layOut(view) {
  spacing = scroller.clientWidth < 560 ? 40 : lanes.length <= 4 ? (isTrace ? 78 : 94) : lanes.length <= 5 ? 76 : lanes.length <= 8 ? 66 : 54;
  lanesWidth = laneX(lanes.length);
  shownRows = rowsFor(view);
  shownRows.forEach((row, at) => {
    for (let index = row.index ?? row.from; index < (row.to ?? row.index + 1); index++) rowOf[index] = at;
  });
  // rows that are drawn far down would keep the sheet long
  sheet.replaceChildren();
  sheet.style.height = shownRows.length * ROW + data.ending.length * 30 + 10 + 'px';
  drawn = [0, 0];
}

/** Draws what can be seen, unless it is there already. */
function drawRows(view) {
  const first = Math.floor((scroller.scrollTop - heads.offsetHeight) / ROW);
  const last = Math.ceil((scroller.scrollTop + scroller.clientHeight) / ROW);
  if (first >= drawn[0] && Math.min(last, shownRows.length) <= drawn[1]) return;
  drawn = [Math.max(0, first - BEYOND), Math.min(shownRows.length, last + BEYOND)];
  const left = recordedWidth();
  const rows = shownRows.slice(...drawn).map((row, i) => drawRow(row, drawn[0] + i, left, view));
  const endings = drawn[1] === shownRows.length ? data.ending.map(drawEnding) : [];
  sheet.replaceChildren(picture(left, view), ...rows, ...endings);
}

function drawRow(row, at, left, view) {
  const node = row.index === undefined ? foldedRow(row) : stepRow(row.index, left, view);
  node.style.top = at * ROW + 'px';
  node.querySelector('.told').style.marginLeft = lanesWidth + (node.querySelector('.recorded-step') ? 0 : left) + 'px';
  return node;
}

function foldedRow(row) {
  const folded = new Set(steps.slice(row.from, row.to).map((step) => step.lane));
  const names = lanes.filter((lane, i) => folded.has(i)).map((lane) => lane.name);
  const label = '⋯ ' + (row.why === 'local' ? count(row.to - row.from, 'local step') : count(row.to - row.from, 'step') + ' ' + row.why)
    + (names.length > 0 ? ', of ' + names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '') : '');
  return el('div', { class: 'row folded', 'data-open': row.from, role: 'option', 'aria-label': label + '; press to show', 'aria-selected': 'false' },
    el('span', { class: 'told' }, label, el('span', { class: 'arrow' }, '▾')));
}

function stepRow(index, left, view) {
  const step = steps[index];
  const on = index === view.selected;
  const style = 'row' + (on ? ' on' : '') + (step.forbidden ? ' bad' : '') + (index === view.base ? ' base' : '')
    + (isTrace && index > 0 && !step.event ? ' silent' : '');
  return el('div', {
    class: style, id: 'row-' + numberOf(index), 'data-step': index, role: 'option', title: description(index),
    'aria-label': description(index), 'aria-selected': String(on), 'aria-posinset': index + 1, 'aria-setsize': steps.length,
  },
  left > 0 ? recordedStep(index, left) : null,
  el('span', { class: 'told' },
    el('span', { class: 'line' }, hasWideNumbers ? el('span', { class: 'number' }, String(numberOf(index))) : null, chip(step), el('code', { class: 'action' }, allowed(index, left))),
    el('span', { class: 'what' }, index === view.base ? 'compared with this state' : brief(index))));
}

/** What the spec has for a step. */
function allowed(index, left) {
  const action = word(steps[index].action);
  if (!steps[index].forbidden) return action;
  return left > 0 ? '✗ nothing fits' : '✗ ' + action + ' (not allowed)';
}

/** What the program recorded for a step; nothing for one that only the spec has. */
function recordedStep(index, left) {
  const event = steps[index].event;
  const cellOf = el('span', { class: 'recorded-step' });
  cellOf.style.width = left + 'px';
  if (event) cellOf.append(el('code', { class: 'action' }, word(event.action)), el('code', { class: 'what' }, word(event.at ?? event.source)));
  else if (index > 0) cellOf.append(el('span', { class: 'what' }, 'not recorded'), el('span', { class: 'dashes' }));
  return cellOf;
}

const chip = (step) => (step.lane === undefined ? null : el('span', { class: 'chip ' + lanes[step.lane].colour }, clip(laneOf(step), 24)));

function drawEnding(line, i) {
  const loops = i === 0 && data.loop !== undefined;
  const node = el('p', { class: 'ending' + (loops ? '' : ' wrong'), 'aria-hidden': 'true' }, (loops ? '↺ ' : '✗ ') + line);
  node.style.top = shownRows.length * ROW + i * 30 + 'px';
  node.style.left = lanesWidth + recordedWidth() + 'px';
  return node;
}

function drawHeads(view) {
  const left = recordedWidth();
  heads.replaceChildren(
    left > 0 ? place(el('span', { class: 'head' }, 'what the code did'), 14) : '',
    ...lanes.map((lane, i) => place(
      el('button', { class: 'lane-name ' + lane.colour, type: 'button', 'data-lane': lane.name, 'aria-pressed': String(view.lanes.includes(lane.name)),
        title: lane.name + ': show the steps of this lane only' }, clip(lane.name, Math.floor((spacing - 10) / 8))), left + laneX(i))),
    place(el('span', { class: 'head' }, left > 0 ? 'what the spec allows' : 'what changed'), left + lanesWidth));
}

function place(node, x) {
  node.style.left = x + 'px';
  return node;
}

// ---- the picture beside the rows

function picture(left, view) {
  const [from, to] = [drawn[0] * ROW, drawn[1] * ROW];
  const node = svg('svg', { class: 'spacetime', 'aria-hidden': 'true', width: lanesWidth, height: to - from, viewBox: '0 ' + from + ' ' + lanesWidth + ' ' + (to - from) });
  node.style.top = from + 'px';
  node.style.left = left + 'px';
  lanes.forEach((lane, i) => laneLines(i, from, to).forEach((line) => node.append(line)));
  const seen = data.messages.map(arrowOf).filter((arrow) => arrow && arrow.top <= to && arrow.bottom >= from);
  node.append(...seen.map((arrow) => drawArrow(arrow, view)), ...seen.map((arrow) => drawLabel(arrow, view)).filter(Boolean));
  for (let row = drawn[0]; row < drawn[1]; row++) {
    const { index } = shownRows[row];
    if (index !== undefined) node.append(...marks(index, rowY(row), view));
  }
  if (data.loop !== undefined && isStep(indexOf(data.loop))) node.append(...loop());
  return node;
}

/** A lane; while its process is down, it is dotted. */
function laneLines(lane, from, to) {
  const lines = [];
  const line = (y1, y2, down) => {
    if (y2 > from && y1 < to) {
      lines.push(svg('line', { class: 'lane' + (down ? ' down' : ''), x1: laneX(lane), y1: Math.max(y1, from), x2: laneX(lane), y2: Math.min(y2, to) }));
    }
  };
  let at = 0;
  let down = false;
  incidents.flat().filter((each) => each.lane === lane && each.kind !== 'touched').forEach((each) => {
    const y = stepY(indexOf(each.step));
    line(at, y, down);
    at = y;
    down = each.kind === 'crash';
  });
  line(at, shownRows.length * ROW, down);
  return [svg('g', { class: lanes[lane].colour }, ...lines)];
}

/** Where an arrow is; null for one between rows that are not shown apart. */
function arrowOf(message) {
  const to = indexOf(message.to ?? NaN);
  const from = indexOf(message.from);
  if (isStep(to) && steps[to].lane !== undefined) {
    const y1 = from < 0 ? -ROW : stepY(from);
    const y2 = stepY(to);
    return y1 === y2 ? null : { message, from, to, y1, y2, top: y1 - ROW, bottom: y2 + ROW };
  }
  if (isStep(from) && steps[from].lane !== undefined && shownRows[rowOf[from]].index !== undefined) {
    return { message, from, y1: stepY(from), top: stepY(from) - ROW, bottom: stepY(from) + ROW };
  }
  return null;
}

const senderLane = ({ from, to }) => steps[from]?.lane ?? steps[to].lane;

/** Parts of an arrow, which stand out if it leads to what is selected, or from there. */
function inColour(arrow, view, ...parts) {
  const on = arrow.from === view.selected || arrow.to === view.selected;
  return svg('g', { class: 'message ' + lanes[senderLane(arrow)].colour + (on ? ' on' : '') }, ...parts);
}

function drawArrow(arrow, view) {
  const lane = senderLane(arrow);
  return inColour(arrow, view, ...(arrow.to === undefined ? stub(arrow, lane) : wire(arrow, lane, steps[arrow.to].lane)));
}

function wire({ y1, y2 }, fromLane, toLane) {
  const x1 = laneX(fromLane);
  const x2 = laneX(toLane);
  if (fromLane === toLane) {
    const left = x1 - RADIUS;
    return [...strokes('M' + left + ' ' + y1 + 'C' + (left - 26) + ' ' + (y1 + 6) + ' ' + (left - 26) + ' ' + y2 + ' ' + (left - HEAD) + ' ' + y2), tip(left - 1, y2, 1)];
  }
  const side = toLane > fromLane ? 1 : -1;
  const start = x1 + side * RADIUS;
  const end = x2 - side * (RADIUS + 2);
  const turn = Math.abs(toLane - fromLane) === 1 ? start : x2 - side * ((spacing * 2) / 3);
  const bend = (side * spacing) / 3;
  const path = 'M' + start + ' ' + y1 + 'H' + turn + 'C' + (turn + bend) + ' ' + y1 + ' ' + (end - bend) + ' ' + y2 + ' ' + (end - side * HEAD) + ' ' + y2;
  return [...strokes(path), tip(end, y2, side)];
}

/** Where a message goes that nobody receives. */
const toward = (message, lane) => message.addressee ?? (lane === lanes.length - 1 && lane > 0 ? lane - 1 : lane + 1);

/** A message that nobody read ends in a circle, one that was lost in a cross. */
function stub({ message, y1 }, lane) {
  const side = toward(message, lane) < lane ? -1 : 1;
  const start = laneX(lane) + side * RADIUS;
  const end = laneX(lane) + (side * spacing * 2) / 5;
  const x = end + side * 3;
  const mark = message.lostAt === undefined
    ? svg('circle', { class: 'open', cx: x, cy: y1 + 15, r: 4 })
    : svg('path', { class: 'vanished', d: cross(x, y1 + 15, 4) });
  return [...strokes('M' + start + ' ' + y1 + 'L' + end + ' ' + (y1 + 14), ' lost'), mark];
}

const strokes = (d, more = '') => [svg('path', { class: 'halo', d }), svg('path', { class: 'wire' + more, d })];
const tip = (x, y, side) => svg('path', { class: 'head', d: 'M' + x + ' ' + y + 'L' + (x - side * HEAD) + ' ' + (y - 5) + 'V' + (y + 5) + 'Z' });
const cross = (x, y, r) => 'M' + (x - r) + ' ' + (y - r) + 'l' + 2 * r + ' ' + 2 * r + 'm0 ' + -2 * r + 'l' + -2 * r + ' ' + 2 * r;

/** What a message says, above all arrows: once for all that a step sends the same thing to, as long as there is room on the way. */
function drawLabel(arrow, view) {
  const { message, from, y1 } = arrow;
  const lane = senderLane(arrow);
  const to = arrow.to === undefined ? toward(message, lane) : steps[arrow.to].lane;
  const siblings = sent[from] ?? [];
  const isFirst = !siblings.some((each) => each.brief === message.brief && siblings.indexOf(each) < siblings.indexOf(message));
  if (to === lane || !isFirst || spacing <= 50) return null;
  const side = to < lane ? -1 : 1;
  const lanesOnTheWay = arrow.to === undefined ? 1 : Math.abs(to - lane);
  const room = (Math.max(1, lanesOnTheWay - 0.4) * spacing - 18) / 6.2;
  return inColour(arrow, view, svg('text', { class: 'label', x: laneX(lane) + side * (RADIUS + 4), y: y1 - 5, 'text-anchor': side > 0 ? 'start' : 'end' },
    clip(word(message.brief), Math.floor(room))));
}

/** A step's point, and what befell processes in it. */
function marks(index, y, view) {
  const step = steps[index];
  if (step.lane === undefined) {
    const [left, right] = [laneX(0) - 16, laneX(lanes.length - 1) + 16];
    return [svg('line', { class: 'start', x1: left, y1: y, x2: right, y2: y })];
  }
  const x = laneX(step.lane);
  const silent = isTrace && !step.event;
  const point = svg('g', { class: 'step ' + lanes[step.lane].colour + (step.forbidden ? ' bad' : '') + (silent ? ' silent' : '') + (index === view.selected ? ' on' : '') },
    svg('line', { class: 'leader', x1: x, y1: y, x2: lanesWidth - 4, y2: y }), shape(step.lane, x, y),
    step.forbidden ? svg('path', { class: 'cross', d: cross(x, y, 6) })
      : hasWideNumbers ? null : svg('text', { class: 'no', x, y: y + 4 }, String(numberOf(index))));
  if (view.writers.has(index)) point.append(svg('circle', { class: 'wrote', cx: x, cy: y, r: 17 }));
  return [point, ...incidents[index].map((each) => incident(each, step.lane, y))];
}

function incident({ lane, kind }, actor, y) {
  const x = laneX(lane);
  if (kind === 'touched') {
    const side = lane > actor ? 1 : -1;
    return svg('g', { class: 'touched ' + lanes[actor].colour }, svg('path', { class: 'wire thin', d: 'M' + (laneX(actor) + side * RADIUS) + ' ' + y + 'H' + (x - side * 6) }),
      tip(x - side * 2, y, side));
  }
  const up = kind === 'restart';
  return svg('g', { class: 'incident ' + lanes[lane].colour }, svg('path', { class: 'burst', d: up ? 'M' + (x + 18) + ' ' + (y + 6) + 'v-12l-5 6m5 -6l5 6' : cross(x + 18, y, 5) }));
}

/** Lanes differ by shape too. */
function shape(lane, x, y) {
  switch (lane % 4) {
    case 0: return svg('circle', { class: 'point', cx: x, cy: y, r: RADIUS });
    case 1: return svg('rect', { class: 'point', x: x - 11, y: y - 11, width: 22, height: 22, rx: 4 });
    case 2: return svg('path', { class: 'point', d: 'M' + x + ' ' + (y - 15) + 'l15 15l-15 15l-15 -15z' });
    default: return svg('path', { class: 'point', d: 'M' + (x - 7) + ' ' + (y - RADIUS) + 'h14l7 12l-7 12h-14l-7 -12z' });
  }
}

/** A bracket in the left margin, from the last step up to the one that it returns to. */
function loop() {
  const bottom = stepY(lastIndex);
  const top = indexOf(data.loop) === lastIndex ? bottom - 16 : stepY(indexOf(data.loop));
  return [
    svg('path', { class: 'loop', d: 'M' + (laneX(0) - 14) + ' ' + bottom + 'H22Q12 ' + bottom + ' 12 ' + (bottom - 10) + 'V' + (top + 10) + 'Q12 ' + top + ' 22 ' + top + 'H' + (laneX(0) - 22) }),
    svg('path', { class: 'tip', d: 'M' + (laneX(0) - 14) + ' ' + top + 'l-9 -5v10z' }),
  ];
}

/** Scrolls so that a step can be seen. */
function reveal(index) {
  const top = rowOf[index] * ROW;
  const room = scroller.clientHeight - heads.offsetHeight;
  if (index === lastIndex) scroller.scrollTop = scroller.scrollHeight;
  else if (top < scroller.scrollTop) scroller.scrollTop = top - ROW;
  else if (top + ROW > scroller.scrollTop + room) scroller.scrollTop = top + 2 * ROW - room;
}
