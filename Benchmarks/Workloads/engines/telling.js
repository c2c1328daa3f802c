// How the work of the programs for Node is measured and told.
"use strict";
const fs = require("fs");

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1e-6;
};

// What is measured has been run for a while, so that it has been compiled.
function tell(testCase, way, run, units = 1, repetitions = 5) {
  const warm = processorTime() + 0.2;
  let result;
  do { result = run(); } while (processorTime() < warm);
  const seconds = [];
  for (let round = 0; round < repetitions; round++) {
    const start = processorTime();
    result = run();
    seconds.push((processorTime() - start) / units);
  }
  seconds.sort((first, second) => first - second);
  console.log([testCase, way, seconds[repetitions >> 1], result].join("\t"));
}

// All numbers in a file, one behind the other; what stands between them does not matter.
function numbers(path) {
  const found = [];
  let number = -1;
  for (const byte of fs.readFileSync(path)) {
    if (byte >= 48 && byte <= 57) {
      number = (number < 0 ? 0 : number) * 10 + byte - 48;
    } else if (number >= 0) {
      found.push(number);
      number = -1;
    }
  }
  return found;
}

module.exports = { tell, numbers };
