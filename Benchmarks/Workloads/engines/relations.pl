% W3 for SWI-Prolog, by tables: relations.pl cascade|closure FOLDER CASE
:- use_module(library(csv)).
:- table at_war/1 as subsumptive.
:- table reaches/2.
:- dynamic pact/2, bound/2, gate/1, attacked/1.

at_war(State) :- attacked(State).
at_war(State) :- at_war(Ally), bound(Ally, State), gate(State).

reaches(State, Other) :- pact(State, Other).
reaches(State, Other) :- reaches(State, Middle), pact(Middle, Other).

% A pact is looked up by either party.
told(pacts, row(Bound, Defended)) :- assertz(pact(Bound, Defended)), assertz(bound(Defended, Bound)).
told(gates, row(State)) :- assertz(gate(State)).
told(attacked, row(State)) :- assertz(attacked(State)).

load(Folder) :-
  forall(
    ( member(Name, [pacts, gates, attacked]),
      atomic_list_concat([Folder, '/', Name, '.csv'], Path),
      csv_read_file_row(Path, Row, [line(Line)]),
      Line > 1 ),
    told(Name, Row)).

asked(cascade, Count) :- aggregate_all(count, at_war(_), Count).
asked(closure, Count) :- aggregate_all(count, reaches(_, _), Count).

main :-
  current_prolog_flag(argv, [Question, Folder, Case]),
  set_prolog_flag(table_space, 4000000000),
  load(Folder),
  statistics(process_cputime, Start),
  asked(Question, Count),
  statistics(process_cputime, End),
  Seconds is End - Start,
  format("~w\tswipl\t~w\t~w~n", [Case, Seconds, Count]).

:- initialization((main, halt), main).
