// W4 for Node, where only the treaties that an event touches are looked at: timelines.js FOLDER CASE
"use strict";
const { tell, numbers } = require("./telling.js");

const STATES = 40;
const [folder, testCase] = process.argv.slice(2);
const events = Int32Array.from(numbers(`${folder}/events.csv`));
const treaties = Int32Array.from(numbers(`${folder}/treaties.csv`));
const count = treaties.length / 2;
const { min, max } = Math;

// 0 is false, 1 unknown, 2 true.
function gate(facts, state) {
  return max(facts[8 * state + 5], min(facts[8 * state + 6], facts[8 * state + 7]));
}

function outcomeOf(facts, victim, ally) {
  const first = 8 * victim;
  const attack = min(min(facts[first], facts[first + 1]), facts[first + 2]);
  const exceptions = max(facts[first + 3], facts[first + 4]);
  return min(min(attack, 2 - exceptions), min(gate(facts, victim), gate(facts, ally)));
}

function treatiesOfStates() {
  const found = Array.from({ length: STATES }, () => []);
  for (let number = 0; number < count; number++) {
    found[treaties[2 * number]].push(number);
    found[treaties[2 * number + 1]].push(number);
  }
  return found;
}

function search() {
  const touched = treatiesOfStates();
  const facts = new Uint8Array(8 * STATES).fill(1);
  const outcomes = new Uint8Array(count).fill(1);
  const standing = [0, count, 0], counts = [0, 0, 0];
  let changes = 0;
  for (let row = 0; row < events.length; row += 4) {
    const state = events[row + 1], fact = 8 * state + events[row + 2], value = events[row + 3];
    if (facts[fact] !== value) {
      facts[fact] = value;
      for (const number of touched[state]) {
        const outcome = outcomeOf(facts, treaties[2 * number], treaties[2 * number + 1]);
        if (outcome === outcomes[number]) continue;
        standing[outcomes[number]]--;
        standing[outcome]++;
        outcomes[number] = outcome;
        changes++;
      }
    }
    for (let outcome = 0; outcome < 3; outcome++) counts[outcome] += standing[outcome];
  }
  return [counts[2], counts[0], counts[1], changes].join("/");
}

tell(testCase, "node", search);
