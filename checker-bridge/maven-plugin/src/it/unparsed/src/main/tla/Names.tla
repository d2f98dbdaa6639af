-------------------------------- MODULE Names --------------------------------
EXTENDS Naturals
VARIABLE level

Fill == level' = level + 1
Init == level = 0
Next == Fil
=============================================================================
