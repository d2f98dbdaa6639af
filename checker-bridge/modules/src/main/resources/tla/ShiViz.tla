------------------------------- MODULE ShiViz -------------------------------
(* Who took the last step of a behaviour, and the vector clock of that step, as *)
(* the viewer ShiViz wants them in a log. The behaviour is _TETrace of module   *)
(* Toolbox, its states are records, and one is looked at: that at _TEPosition.  *)
(* A step is taken by the process whose value of the variable pc it changes.    *)
LOCAL INSTANCE Integers
LOCAL INSTANCE Json
LOCAL INSTANCE TLC
INSTANCE Toolbox

(* The examples are about the last state of this behaviour: *)
\* Given: _TETrace <- <<[pc |-> [p |-> 1, q |-> 1]], [pc |-> [p |-> 2, q |-> 1]], [pc |-> [p |-> 2, q |-> 2]], [pc |-> [p |-> 2, q |-> 2]]>>
\* Given: _TEPosition <- 4

\* Who took the step to each state; a step that changes nobody's pc counts as one of who took the step before.
LOCAL Hosts ==
  LET host[i \in DOMAIN _TETrace] ==
        LET before == _TETrace[i - 1].pc
            after == _TETrace[i].pc
        IN  IF i = 1 THEN "--"
            ELSE IF before = after THEN host[i - 1]
            ELSE CHOOSE p \in DOMAIN before : before[p] # after[p]
  IN  TLCEval(host)

\* Who took the step to the state; "--" for the initial one.
\* Example: Host = "q"
Host == Hosts[_TEPosition]

\* How many steps each process has taken, as a JSON object.
\* Example: Clock = "{\"p\":1,\"q\":2}"
Clock ==
  LET clock[i \in DOMAIN _TETrace] ==
        [p \in DOMAIN _TETrace[i].pc |->
          IF i = 1 THEN 0 ELSE clock[i - 1][p] + (IF p = Hosts[i] THEN 1 ELSE 0)]
  IN  ToJsonObject(clock[_TEPosition])

=============================================================================
