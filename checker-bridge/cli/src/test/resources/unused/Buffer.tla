------------------------------- MODULE Buffer -------------------------------
EXTENDS Naturals, Sequences, FiniteSets
CONSTANTS Size, Colour
VARIABLES items, ghost
Init == items = <<>>
Put == Len(items) < Size /\ items' = Append(items, 1)
ForOthersToUse == 1
=============================================================================
