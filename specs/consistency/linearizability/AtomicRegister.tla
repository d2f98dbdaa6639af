-------------------------- MODULE AtomicRegister ---------------------------
(* A register that several clients call at the same time. A call begins,      *)
(* takes effect at one moment, and is answered: whatever the clients then     *)
(* have seen is linearizable.                                                 *)
(*                                                                            *)
(* Source: the canonical wait-free atomic object of N. Lynch, "Distributed    *)
(* Algorithms", section 13.1.1. Morgan Kaufmann, 1996.                        *)
(*                                                                            *)
(* Left out, and why that is sound:                                           *)
(* - Failures of clients. One that fails takes no more steps, which nothing   *)
(*   here forbids: its call stays without an answer.                          *)
(* - How the register is kept. Only its value counts for what clients see.    *)
EXTENDS Linearizability

CONSTANTS
  Client,       \* who calls, one call at a time
  Value,        \* what can be written
  CallsMax      \* calls in a history, at most: TLC needs an end

VARIABLES
  value,        \* the value of the register
  open,         \* open[c] is the place in history of the call that c has begun
                \* and that was not answered, or 0
  effect,       \* effect[c] is what the open call of c will return, or Pending
  history,      \* all calls so far, by their start
  now           \* counts beginnings and answers, the moments that clients see

vars == <<value, open, effect, history, now>>

\* The open call has not taken effect.
Pending == "pending"

Call == [op : {"read", "write"}, value : Value \cup {Nothing, Pending},
         start : Nat, end : Nat]

TypeOK ==
  /\ value \in Value \cup {Nothing}
  /\ open \in [Client -> 0 .. CallsMax]
  /\ effect \in [Client -> Value \cup {Nothing, Pending}]
  /\ \A i \in 1 .. Len(history) : history[i] \in Call
  /\ now \in Nat

\* What the clients have seen is linearizable at every moment.
SeenLinearizable == Linearizable(history)

Init ==
  /\ value = Nothing
  /\ open = [c \in Client |-> 0]
  /\ effect = [c \in Client |-> Pending]
  /\ history = <<>>
  /\ now = 1
-----------------------------------------------------------------------------
(* The guards and values on which it rests, so that a model can break them.   *)

\* A call may be answered once it has taken effect.
MayAnswer(c) == effect[c] # Pending

\* A read sees the value that the register has at that moment.
ValueSeen(c) == value

\* A call takes effect once.
MayTakeEffect(c) == effect[c] = Pending
-----------------------------------------------------------------------------
\* c calls. Enabled while c has no open call, and the history has room.
Begin(c, op, v) ==
  /\ open[c] = 0
  /\ Len(history) < CallsMax
  /\ history' = Append(history, [op |-> op, value |-> v, start |-> now, end |-> Never])
  /\ open' = [open EXCEPT ![c] = Len(history) + 1]
  /\ effect' = [effect EXCEPT ![c] = Pending]
  /\ now' = now + 1
  /\ UNCHANGED value

\* c's write becomes the value. Enabled while it is open and has not yet.
TakeWrite(c) ==
  /\ open[c] # 0
  /\ MayTakeEffect(c)
  /\ history[open[c]].op = "write"
  /\ value' = history[open[c]].value
  /\ effect' = [effect EXCEPT ![c] = history[open[c]].value]
  /\ UNCHANGED <<open, history, now>>

\* c's read looks at the value. Enabled while it is open and has not yet.
TakeRead(c) ==
  /\ open[c] # 0
  /\ MayTakeEffect(c)
  /\ history[open[c]].op = "read"
  /\ effect' = [effect EXCEPT ![c] = ValueSeen(c)]
  /\ UNCHANGED <<value, open, history, now>>

\* c has its answer. Enabled when its open call has taken effect.
Answer(c) ==
  /\ open[c] # 0
  /\ MayAnswer(c)
  /\ history' = [history EXCEPT ![open[c]].end = now,
                                ![open[c]].value = IF @ = Pending THEN effect[c] ELSE @]
  /\ open' = [open EXCEPT ![c] = 0]
  /\ now' = now + 1
  /\ UNCHANGED <<value, effect>>

Next ==
  \E c \in Client :
    \/ Begin(c, "read", Pending)
    \/ \E v \in Value : Begin(c, "write", v)
    \/ TakeWrite(c)
    \/ TakeRead(c)
    \/ Answer(c)

Spec == Init /\ [][Next]_vars
=============================================================================
