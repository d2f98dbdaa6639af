--------------------------------- MODULE CSV ---------------------------------
(* Files of lines of values. Everything here is done in Java, and the           *)
(* definitions only say what kind of value comes out: TLC evaluates none.       *)
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences

\* Adds a line to a file: the template with %1$s, %2$s and so on replaced by the values.
CSVWrite(template, val, file) == CHOOSE done : done = TRUE

\* Adds a line with the values of a record in the order of its fields' names, and before it, if headers, one with the
\* names.
CSVWriteRecord(record, delim, headers, file) == CHOOSE done : done = TRUE

\* The lines of a file as records of strings; a file that is not there has none. A line with too many or too few values is
\* an error.
CSVRead(columns, delimiter, file) == CHOOSE lines : lines \in Seq([{columns[i] : i \in DOMAIN columns} -> STRING])

\* How many lines a file has; one that is not there has none.
CSVRecords(file) == CHOOSE n : n \in Nat

=============================================================================
