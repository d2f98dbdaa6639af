------------------------------- MODULE MCLease -------------------------------
EXTENDS Lease

\* The planted bug: a client does not look whether another one has the lock.
Hasty_MayAcquire == TRUE
=============================================================================
