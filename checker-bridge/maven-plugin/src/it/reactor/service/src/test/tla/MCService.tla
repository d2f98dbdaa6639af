------------------------------ MODULE MCService ------------------------------
(* The service's model of a lock whose specification is in a jar that it depends on. *)
EXTENDS Lease

ClientsHold == holder \subseteq Clients
=============================================================================
