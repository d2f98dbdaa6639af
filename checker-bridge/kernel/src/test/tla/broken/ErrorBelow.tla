---- MODULE ErrorBelow ----
EXTENDS ParseError
====
