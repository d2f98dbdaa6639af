------------------------ MODULE LamportMutexJsonTrace ------------------------
(* What one writes by hand to hold a trace of LamportMutex against it with   *)
(* TLC: the trace is read as JSON, and a counter says how much of it has     *)
(* been explained. Every variable is in every event.                         *)
EXTENDS LamportMutex, Json

CONSTANT File    \* the trace; its first line is a header

VARIABLE line    \* the next line to be explained

Trace == ndJsonDeserialize(File)

TraceInit == Init /\ line = 2

Event == Trace[line]

\* A set is recorded as an object around an array.
Elements(set) == {set["#set"][i] : i \in DOMAIN set["#set"]}

IsAction ==
  CASE Event.action = "Ask" -> Ask(Event.args.p)
    [] Event.action = "Enter" -> Enter(Event.args.p)
    [] Event.action = "Leave" -> Leave(Event.args.p)
    [] Event.action = "ReceiveRequest" -> ReceiveRequest(Event.args.p, Event.args.q)
    [] Event.action = "ReceiveAck" -> ReceiveAck(Event.args.p, Event.args.q)
    [] Event.action = "ReceiveRelease" -> ReceiveRelease(Event.args.p, Event.args.q)

TraceNext ==
  /\ line <= Len(Trace)
  /\ line' = line + 1
  /\ clock' = Event.state.clock
  /\ asked' = Event.state.asked
  /\ heard' = Event.state.heard
  /\ inside' = Elements(Event.state.inside)
  /\ net' = Event.state.net
  /\ IsAction

TraceSpec == TraceInit /\ [][TraceNext]_<<vars, line>>

\* Violated where the last line has been explained.
TraceNotAccepted == line <= Len(Trace)
=============================================================================
