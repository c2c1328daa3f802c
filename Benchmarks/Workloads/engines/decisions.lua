-- W1 for Lua and LuaJIT: decisions.lua dictionary|slots FILE WAY
local NAMES = {
  "armed_attack", "attacker", "state_of_war", "sc_measures", "aggressor", "a_leg", "a_decree", "b_leg", "b_decree",
  "a_decree_at", "a_confirmed_at", "b_decree_at", "b_confirmed_at"}
-- A pass over all cases takes less than the clock can tell well.
local PASSES = 20

local function gate(leg, decree, decreed, confirmed)
  return leg or (decree and confirmed >= decreed and confirmed - decreed <= 48)
end

local function is_due(facts)
  return facts.armed_attack and facts.attacker == "ThirdState" and facts.state_of_war and not facts.sc_measures
    and gate(facts.a_leg, facts.a_decree, facts.a_decree_at, facts.a_confirmed_at)
    and gate(facts.b_leg, facts.b_decree, facts.b_decree_at, facts.b_confirmed_at) and not facts.aggressor
end

-- Three-valued: 0 is false, 1 unknown, 2 true; what else is unknown is not there.

local min, max = math.min, math.max

local function open_gate(leg, decree, decreed, confirmed)
  local in_time = 1
  if decreed and confirmed then in_time = confirmed >= decreed and confirmed - decreed <= 48 and 2 or 0 end
  return max(leg, min(decree, in_time))
end

local function outcome(facts)
  local third = 1
  if facts.attacker then third = facts.attacker == "ThirdState" and 2 or 0 end
  local first = open_gate(facts.a_leg, facts.a_decree, facts.a_decree_at, facts.a_confirmed_at)
  local second = open_gate(facts.b_leg, facts.b_decree, facts.b_decree_at, facts.b_confirmed_at)
  local attack = min(facts.armed_attack, third, facts.state_of_war, 2 - facts.sc_measures)
  return min(attack, first, second, 2 - facts.aggressor)
end

local function fact(name, cell, is_open)
  if name == "attacker" then return cell ~= "" and cell or nil end
  if name:sub(-3) == "_at" then return tonumber(cell) end
  if not is_open then return cell == "true" end
  return cell == "" and 1 or cell == "true" and 2 or 0
end

local function read(path, is_open)
  local cases = {}
  for line in io.lines(path) do
    local facts, place = {}, 0
    for cell in (line .. ","):gmatch("([^,]*),") do
      place = place + 1
      facts[NAMES[place]] = fact(NAMES[place], cell, is_open)
    end
    cases[#cases + 1] = facts
  end
  return cases
end

local function count(cases)
  local found = 0
  for place = 1, #cases do
    if is_due(cases[place]) then found = found + 1 end
  end
  return found
end

local function counts(cases)
  local found = {[0] = 0, 0, 0}
  for place = 1, #cases do
    local value = outcome(cases[place])
    found[value] = found[value] + 1
  end
  return ("%d/%d/%d"):format(found[2], found[0], found[1])
end

local question, path, way = arg[1], arg[2], arg[3]
local cases = read(path, question == "slots")
local run = question == "slots" and counts or count
local seconds, result = {}, nil
for round = 1, 5 do
  local start = os.clock()
  for _ = 1, PASSES do result = run(cases) end
  seconds[round] = (os.clock() - start) / (PASSES * #cases)
end
table.sort(seconds)
print(("W1 %s\t%s\t%.9g\t%s"):format(question, way, seconds[3], result))
