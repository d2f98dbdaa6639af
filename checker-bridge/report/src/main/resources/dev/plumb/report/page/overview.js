// A strip with all steps at once: a tick a step in its lane, what is in view, and what matters.

const strip = byId('overview');
const LANE_MAX = 12;
const STEPS_MIN = 30;
const ticks = document.createElement('canvas');
let colours = [];

/** Steps before those in the page, and events after the last one. */
const skipped = data.first - 1;
const total = numberOf(lastIndex) + data.later;
const stripX = (number) => ((number - 1) / total) * strip.clientWidth;

function drawOverview(view) {
  const height = 16 + Math.min(lanes.length, LANE_MAX) * 6;
  const ratio = devicePixelRatio || 1;
  strip.style.height = height + 'px';
  strip.width = strip.clientWidth * ratio;
  strip.height = height * ratio;
  const pen = strip.getContext('2d');
  pen.scale(ratio, ratio);
  const css = getComputedStyle(strip);
  const colour = (name) => css.getPropertyValue('--' + name);
  const wide = Math.max(1, strip.clientWidth / total);
  const box = (name, number, width, top = 0, tall = height) => {
    pen.fillStyle = colour(name);
    pen.fillRect(stripX(number), top, width, tall);
  };
  box('ground', 1, strip.clientWidth);
  box('line', 1, stripX(data.first));
  box('line', numberOf(lastIndex) + 1, strip.clientWidth);
  inView(box);
  if (ticks.width !== strip.width) drawTicks(wide, ratio);
  pen.drawImage(ticks, 0, 0, strip.clientWidth, height);
  view.writers.forEach((index) => box('ink', numberOf(index), Math.max(1.5, wide * 0.5), height - 7, 7));
  if (view.matches) view.matches.forEach((index) => box('open', numberOf(index), Math.max(1.5, wide * 0.5), height - 4, 4));
  if (data.loop !== undefined) box('mute', data.loop, stripX(numberOf(lastIndex)) - stripX(data.loop), 0, 3);
  if (data.ending.length > 0 || steps[lastIndex].forbidden) box('bad', numberOf(lastIndex), Math.max(3, wide));
  box('pick', numberOf(view.selected), Math.max(2, Math.min(wide, 6)));
  strip.setAttribute('aria-valuenow', numberOf(view.selected));
  strip.setAttribute('aria-valuetext', told(view.selected));
}

/** The ticks are the same whatever is selected, so they are drawn once. */
function drawTicks(wide, ratio) {
  ticks.width = strip.width;
  ticks.height = strip.height;
  const pen = ticks.getContext('2d');
  pen.scale(ratio, ratio);
  steps.forEach((step, index) => {
    if (step.lane === undefined) return;
    pen.fillStyle = colours[step.lane];
    pen.fillRect(stripX(numberOf(index)), 5 + Math.min(step.lane, LANE_MAX - 1) * 6, Math.max(1, wide * 0.7), 5);
  });
}

function inView(box) {
  const from = shownRows[Math.max(0, Math.floor(scroller.scrollTop / ROW))];
  const to = shownRows[Math.min(shownRows.length - 1, Math.floor((scroller.scrollTop + scroller.clientHeight) / ROW))];
  const first = numberOf(from.index ?? from.from);
  const last = numberOf(to.index ?? to.to - 1);
  box('pickbg', first, stripX(last + 1) - stripX(first));
}

function readColours() {
  ticks.width = 0;
  colours = lanes.map((lane) => {
    const probe = strip.parentNode.appendChild(el('span', { class: lane.colour }));
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
}

function overviewNote() {
  const notes = [];
  if (skipped > 0) notes.push(count(skipped, 'earlier step') + ' not in this page');
  if (total > numberOf(lastIndex)) notes.push(count(total - numberOf(lastIndex), 'later event') + ' not reached');
  return notes.length === 0 ? '' : 'Grey: ' + notes.join(', ') + '.';
}
