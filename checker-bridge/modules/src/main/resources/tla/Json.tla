-------------------------------- MODULE Json --------------------------------
(* Values as JSON. A record is an object, and so is a function whose arguments  *)
(* are not 1..n, under the text of its arguments; a sequence is an array, and   *)
(* so is a set, in TLC's order. Everything here is done in Java.                *)
LOCAL INSTANCE Sequences

\* Example: ToJson([a |-> 1, b |-> <<TRUE, "x">>]) = "{\"a\":1,\"b\":[true,\"x\"]}"
\* Example: ToJson({3, 1}) = "[1,3]"
\* Example: ToJson(<<>>) = "[]"
ToJson(value) == CHOOSE text : text \in STRING

\* The values of a sequence, function or set as an array.
\* Example: ToJsonArray([a |-> 1, b |-> 2]) = "[1,2]"
ToJsonArray(value) == CHOOSE text : text \in STRING

\* A sequence or function as an object.
\* Example: ToJsonObject(<<7>>) = "{\"1\":7}"
ToJsonObject(value) == CHOOSE text : text \in STRING

\* Writes a value to a file.
JsonSerialize(absoluteFilename, value) == CHOOSE done : done = TRUE

\* Reads a value from a file: objects as records, arrays as sequences. Fractions, null and numbers that are too large for
\* TLC are errors.
JsonDeserialize(absoluteFilename) == CHOOSE val : TRUE

\* The same for a sequence of values, each on a line of its own.
ndJsonSerialize(absoluteFilename, value) == CHOOSE done : done = TRUE

ndJsonDeserialize(absoluteFilename) == CHOOSE val : TRUE

=============================================================================
