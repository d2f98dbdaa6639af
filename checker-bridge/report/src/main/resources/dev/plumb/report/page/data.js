// The behaviour as PageData writes it.

const data = JSON.parse(document.getElementById('behaviour').textContent);

/** Which lanes the reader has chosen: the address says so. 0 are those that were found first. */
const chosenLanes = () => {
  const number = Number(new URLSearchParams(location.hash.slice(1)).get('by') ?? 0);
  return data.otherLanes[number - 1] ? number : 0;
};
const laneChoices = [data.lanes, ...data.otherLanes.map((other) => other.lanes)].map((lanes) => lanes.map((lane) => lane.name));
const lanesChosen = chosenLanes();
if (lanesChosen > 0) {
  const { columns, ...other } = data.otherLanes[lanesChosen - 1];
  Object.assign(data, other);
  data.steps.forEach((step, i) => { step.lane = columns[i] < 0 ? undefined : columns[i]; });
}
