------------------------------- MODULE Store --------------------------------
EXTENDS Sequences
CONSTANTS Size
VARIABLES kept
Full == Len(kept) = Size
=============================================================================
