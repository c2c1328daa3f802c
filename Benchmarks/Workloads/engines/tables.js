// W2 for Node, over typed arrays: tables.js CASE FOLDER
"use strict";
const fs = require("fs");
const { tell } = require("./telling.js");

const UNKNOWN_TIME = -(2 ** 31);
const [testCase, folder] = process.argv.slice(2);

function column(name, Kind) {
  const bytes = fs.readFileSync(`${folder}/w2_${name}.bin`);
  return new Kind(bytes.buffer, bytes.byteOffset, bytes.byteLength / Kind.BYTES_PER_ELEMENT);
}

const truths = (name) => column(name, Int8Array);
const times = (name) => column(name, Int32Array);
const attack = truths("armed_attack"), attacker = truths("attacker"), war = truths("state_of_war");
const measures = truths("sc_measures"), aggressor = truths("aggressor");
const aLeg = truths("a_leg"), aDecree = truths("a_decree"), bLeg = truths("b_leg"), bDecree = truths("b_decree");
const aDecreed = times("a_decree_at"), aConfirmed = times("a_confirmed_at");
const bDecreed = times("b_decree_at"), bConfirmed = times("b_confirmed_at");

// 0 is false, 1 unknown, 2 true.
const truth = (value) => (value < 0 ? 1 : 2 * value);

function gate(leg, decree, decreed, confirmed) {
  const isOpen = decreed === UNKNOWN_TIME || confirmed === UNKNOWN_TIME;
  const inTime = isOpen ? 1 : confirmed >= decreed && confirmed - decreed <= 48 ? 2 : 0;
  return Math.max(truth(leg), Math.min(truth(decree), inTime));
}

function counts() {
  let holds = 0, fails = 0;
  for (let row = 0; row < attack.length; row++) {
    const third = attacker[row] < 0 ? 1 : attacker[row] === 0 ? 2 : 0;
    const first = gate(aLeg[row], aDecree[row], aDecreed[row], aConfirmed[row]);
    const second = gate(bLeg[row], bDecree[row], bDecreed[row], bConfirmed[row]);
    const due = Math.min(
      Math.min(Math.min(truth(attack[row]), third), Math.min(truth(war[row]), 2 - truth(measures[row]))),
      Math.min(Math.min(first, second), 2 - truth(aggressor[row])));
    if (due === 2) holds++;
    if (due === 0) fails++;
  }
  return `${holds}/${fails}/${attack.length - holds - fails}`;
}

tell(testCase, "node", counts, attack.length);
