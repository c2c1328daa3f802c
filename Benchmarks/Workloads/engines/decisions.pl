% W1 for SWI-Prolog, facts as one term: decisions.pl dictionary FILE WAY
:- use_module(library(csv)).

gate(true, _, _, _) :- !.
gate(_, true, Decreed, Confirmed) :- Confirmed >= Decreed, Confirmed - Decreed =< 48.

due(row(
    true, 'ThirdState', true, false, false, ALeg, ADecree, BLeg, BDecree,
    ADecreed, AConfirmed, BDecreed, BConfirmed)) :-
  gate(ALeg, ADecree, ADecreed, AConfirmed),
  gate(BLeg, BDecree, BDecreed, BConfirmed).

count([], Count, Count).
count([Facts|Rest], Before, Count) :-
  ( due(Facts) -> Now is Before + 1 ; Now = Before ),
  count(Rest, Now, Count).

% A pass over all cases takes less than the clock can tell well.
passes(20).

seconds(Cases, Seconds) :-
  passes(Passes),
  statistics(process_cputime, Start),
  forall(between(1, Passes, _), count(Cases, 0, _)),
  statistics(process_cputime, End),
  length(Cases, Length),
  Seconds is (End - Start) / (Passes * Length).

main :-
  current_prolog_flag(argv, [Question, Path, Way]),
  csv_read_file(Path, Cases),
  findall(Seconds, (between(1, 5, _), seconds(Cases, Seconds)), All),
  msort(All, Sorted),
  nth1(3, Sorted, Median),
  count(Cases, 0, Count),
  format("W1 ~w\t~w\t~w\t~w~n", [Question, Way, Median, Count]).

:- initialization((main, halt), main).
