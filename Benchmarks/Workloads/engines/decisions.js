// W1 for Node: decisions.js dictionary|json|slots FILE WAY
"use strict";
const fs = require("fs");
const { tell } = require("./telling.js");

const NAMES = [
  "armed_attack", "attacker", "state_of_war", "sc_measures", "aggressor", "a_leg", "a_decree", "b_leg", "b_decree",
  "a_decree_at", "a_confirmed_at", "b_decree_at", "b_confirmed_at"];
// A pass over all cases takes less than the clock can tell well.
const PASSES = 20;

function gate(leg, decree, decreed, confirmed) {
  return leg || (decree && confirmed >= decreed && confirmed - decreed <= 48);
}

function isDue(facts) {
  return facts.armed_attack && facts.attacker === "ThirdState" && facts.state_of_war && !facts.sc_measures
    && gate(facts.a_leg, facts.a_decree, facts.a_decree_at, facts.a_confirmed_at)
    && gate(facts.b_leg, facts.b_decree, facts.b_decree_at, facts.b_confirmed_at) && !facts.aggressor;
}

// Three-valued: 0 is false, 1 unknown, 2 true.

function openGate(leg, decree, decreed, confirmed) {
  const isOpen = decreed === null || confirmed === null;
  const inTime = isOpen ? 1 : confirmed >= decreed && confirmed - decreed <= 48 ? 2 : 0;
  return Math.max(leg, Math.min(decree, inTime));
}

function outcome(facts) {
  const third = facts.attacker === null ? 1 : facts.attacker === "ThirdState" ? 2 : 0;
  const first = openGate(facts.a_leg, facts.a_decree, facts.a_decree_at, facts.a_confirmed_at);
  const second = openGate(facts.b_leg, facts.b_decree, facts.b_decree_at, facts.b_confirmed_at);
  const attack = Math.min(facts.armed_attack, third, facts.state_of_war, 2 - facts.sc_measures);
  return Math.min(attack, first, second, 2 - facts.aggressor);
}

function fact(name, cell, isOpen) {
  if (name === "attacker") return cell === "" ? null : cell;
  if (name.endsWith("_at")) return cell === "" ? null : Number(cell);
  return isOpen ? (cell === "" ? 1 : cell === "true" ? 2 : 0) : cell === "true";
}

function read(path, isOpen) {
  return fs.readFileSync(path, "utf8").trimEnd().split("\n").map((line) => {
    const facts = {};
    line.split(",").forEach((cell, place) => { facts[NAMES[place]] = fact(NAMES[place], cell, isOpen); });
    return facts;
  });
}

function countOf(cases, decide) {
  let count = 0;
  for (const one of cases) if (decide(one)) count++;
  return count;
}

function counts(cases) {
  const found = [0, 0, 0];
  for (const one of cases) found[outcome(one)]++;
  return `${found[2]}/${found[0]}/${found[1]}`;
}

function often(run) {
  for (let pass = 1; pass < PASSES; pass++) run();
  return run();
}

const [question, path, way] = process.argv.slice(2);
const cases = read(path, question === "slots");
const units = cases.length * PASSES;
if (question === "dictionary") {
  tell("W1 dictionary", way, () => often(() => countOf(cases, isDue)), units);
} else if (question === "json") {
  const texts = cases.map((one) => JSON.stringify(one));
  tell("W1 json", way, () => often(() => countOf(texts, (text) => isDue(JSON.parse(text)))), units);
} else {
  tell("W1 slots", way, () => often(() => counts(cases)), units);
}
