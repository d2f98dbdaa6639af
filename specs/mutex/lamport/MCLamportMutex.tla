--------------------------- MODULE MCLamportMutex ---------------------------
(* LamportMutex made ready for TLC: bounds, planted bugs and probes. Nobody  *)
(* asks late, so that clocks stay small without a constraint, which would    *)
(* cut behaviours short and make properties of progress hold for nothing.    *)
EXTENDS LamportMutexRefinesMutex

CONSTANT LastAsk   \* nobody asks once its clock has come so far

\* Without another process there is nobody to exclude.
ASSUME N \in Nat /\ N >= 2
ASSUME LastAsk \in Nat /\ LastAsk > 0

Bounded_MayAsk(p) == clock[p] < LastAsk

\* Once nobody may ask any more there is a last step. TLC calls that deadlock,
\* so the models turn its check off, and ask instead that nobody is left waiting
\* then.
StopsOnlyWhenFinished ==
  \/ ENABLED Next
  \/ \A p \in Process : asked[p][p] = 0
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces definitions of LamportMutex, in a .cfg that   *)
(* is named after it and says which check catches it.                        *)

\* A process enters as soon as its request is the first that it knows of.
Impatient_HeardFromAll(p) == TRUE

\* Of two requests that were made at the same time each comes first.
Tied_Precedes(s, p, t, q) == s <= t

\* A process that waits itself acknowledges a request, but does not keep it.
Forgetful_WithRequest(p, q, time) ==
  IF asked[p][p] # 0 THEN asked[p] ELSE [asked[p] EXCEPT ![q] = time]

\* Channels deliver what was sent last, as stacks do: an acknowledgement
\* overtakes the request that was sent before it.
Stacked_Delivered(channel) == channel[Len(channel)]
Stacked_Remaining(channel) == SubSeq(channel, 1, Len(channel) - 1)

\* No bug but what the algorithm takes for granted: here whoever is inside may
\* stay there.
Selfish_LeaveFairness == TRUE
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute. If one of them held, then    *)
(* the checks would have passed for want of anything to look at.             *)

\* Nobody has to wait for another.
NobodyWaits ==
  \A p, q \in Process : p \in inside => asked[q][q] = 0 \/ p = q

\* Two requests are never made at the same time, so that ties are not broken.
NoTies ==
  \A p, q \in Process : asked[p][p] = asked[q][q] => p = q \/ asked[p][p] = 0
=============================================================================
