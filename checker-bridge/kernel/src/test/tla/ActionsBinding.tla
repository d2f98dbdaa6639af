-------------------------- MODULE ActionsBinding --------------------------
(* What a program that has names of its own calls the actions of Actions. *)
EXTENDS Actions

OnIncremented(e) == Inc(e.args.node, 1)
OnMoved(e) == IF e.args.kind = "send" THEN Send(e.process) ELSE \E m \in msgs : m.val = e.args.val /\ Receive(m)
OnEither(e) == Send(e.args[1]) \/ Clear
OnLogged(e) == UNCHANGED <<x, msgs, log>>
OnCheated(e) == x' = [x EXCEPT ![e.process] = @ + 2] /\ UNCHANGED <<msgs, log>>
OnGuarded(e) == e.args.really /\ Inc(e.process, 1)
OnReset(e) == log' = <<>> /\ x' = [x EXCEPT ![e.process] = 0] /\ UNCHANGED msgs

OnTransfer_1(e) == Inc(e.process, 1)
OnTransfer_2(e) == Send(e.process)

Silent == \E m \in msgs : Receive(m)
SilentSteps == 2
=============================================================================
