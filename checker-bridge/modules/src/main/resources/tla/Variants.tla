------------------------------ MODULE Variants ------------------------------
(* Values with a tag, so that values of several kinds can be in one set.         *)

\* For a tag that says it all.
\* Example: UNIT = "U_OF_UNIT"
UNIT == "U_OF_UNIT"

\* Example: Variant("Ok", 3) = [tag |-> "Ok", value |-> 3]
Variant(tagName, value) == [tag |-> tagName, value |-> value]

\* Example: VariantTag(Variant("Ok", 3)) = "Ok"
VariantTag(variant) == variant.tag

\* The values in S that have this tag.
\* Example: VariantFilter("Ok", {Variant("Ok", 3), Variant("No", "why")}) = {3}
VariantFilter(tagName, S) == {v.value : v \in {w \in S : VariantTag(w) = tagName}}

\* Example: VariantGetOrElse("Ok", Variant("Ok", 3), 0) = 3
\* Example: VariantGetOrElse("Ok", Variant("No", "why"), 0) = 0
VariantGetOrElse(tagName, variant, defaultValue) ==
  IF VariantTag(variant) = tagName THEN variant.value ELSE defaultValue

\* The value, whatever the tag: look at the tag before.
\* Example: VariantGetUnsafe("Ok", Variant("Ok", 3)) = 3
VariantGetUnsafe(tagName, variant) == variant.value

=============================================================================
