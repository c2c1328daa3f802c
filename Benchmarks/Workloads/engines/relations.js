// W3 for Node, a search by hand: relations.js cascade|closure FOLDER CASE
"use strict";
const { tell, numbers } = require("./telling.js");

const [question, folder, testCase] = process.argv.slice(2);
const pairs = Int32Array.from(numbers(`${folder}/pacts.csv`));
const gates = numbers(`${folder}/gates.csv`);
const attacked = numbers(`${folder}/attacked.csv`);
let stateCount = 0;
for (const states of [pairs, gates, attacked]) {
  for (const state of states) stateCount = Math.max(stateCount, state + 1);
}

// The second states of all pairs, those of each first state together.
function neighbours(from) {
  const starts = new Int32Array(stateCount + 1);
  for (let pair = 0; pair < pairs.length; pair += 2) starts[pairs[pair + from] + 1]++;
  for (let state = 0; state < stateCount; state++) starts[state + 1] += starts[state];
  const next = starts.slice();
  const states = new Int32Array(pairs.length / 2);
  for (let pair = 0; pair < pairs.length; pair += 2) states[next[pairs[pair + from]]++] = pairs[pair + 1 - from];
  return { starts, states };
}

function cascade() {
  const { starts, states } = neighbours(1);
  const isOpen = new Uint8Array(stateCount);
  const isAtWar = new Uint8Array(stateCount);
  const queue = new Int32Array(stateCount);
  let tail = 0;
  for (const state of gates) isOpen[state] = 1;
  for (const state of attacked) {
    if (!isAtWar[state]) queue[tail++] = state;
    isAtWar[state] = 1;
  }
  for (let head = 0; head < tail; head++) {
    const end = starts[queue[head] + 1];
    for (let place = starts[queue[head]]; place < end; place++) {
      const bound = states[place];
      if (!isOpen[bound] || isAtWar[bound]) continue;
      isAtWar[bound] = 1;
      queue[tail++] = bound;
    }
  }
  return tail;
}

function closure() {
  const { starts, states } = neighbours(0);
  const lastSeen = new Int32Array(stateCount).fill(-1);
  const queue = new Int32Array(stateCount);
  let pairCount = 0;
  for (let first = 0; first < stateCount; first++) {
    let tail = 0;
    // What the first state reaches in one step, then what those reach.
    for (let head = -1; head < tail; head++) {
      const state = head < 0 ? first : queue[head];
      for (let place = starts[state]; place < starts[state + 1]; place++) {
        const other = states[place];
        if (lastSeen[other] === first) continue;
        lastSeen[other] = first;
        queue[tail++] = other;
      }
    }
    pairCount += tail;
  }
  return pairCount;
}

tell(testCase, "node", question === "cascade" ? cascade : closure);
