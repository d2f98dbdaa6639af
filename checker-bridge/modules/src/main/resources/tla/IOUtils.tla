------------------------------ MODULE IOUtils ------------------------------
(* Files, the environment, other programs. Everything but zeroPadN is done in  *)
(* Java. Relative names of files are relative to where the check was started.  *)
LOCAL INSTANCE TLC
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences

LOCAL Outcome == [exitValue : Int, stdout : STRING, stderr : STRING]

\* Writes a value in TLC's own binary form, and reads it.
IOSerialize(val, absoluteFilename, compress) == CHOOSE done : done = TRUE

IODeserialize(absoluteFilename, compressed) == CHOOSE val : TRUE

\* Writes a string. The options are [format |-> "TXT", charset |-> "UTF-8", openOptions |-> <<"WRITE", "CREATE">>], the
\* last as Java names them.
Serialize(value, dest, options) == CHOOSE r : r \in Outcome

\* Reads a file into stdout of what comes out. The options are [format |-> "TXT", charset |-> "UTF-8"].
Deserialize(src, options) == CHOOSE r : r \in Outcome

\* Runs a program, a sequence of its name and arguments. A specification that runs programs can do anything that you can:
\* allow it with -Dplumb.ioexec=true, or it is an error.
\* Refused: IOExec(<<"echo", "x">>).exitValue = 0
IOExec(command) == CHOOSE r : r \in Outcome

\* The same with more environment: a set of pairs of a name and a value.
IOEnvExec(env, command) == CHOOSE r : r \in Outcome

\* The same with %s in the command replaced by the parameters, in order, or %1$s by the first.
IOExecTemplate(commandTemplate, parameters) == CHOOSE r : r \in Outcome

IOEnvExecTemplate(env, commandTemplate, parameters) == CHOOSE r : r \in Outcome

\* The environment variables, as a record.
\* Example: IOEnv \in [DOMAIN IOEnv -> STRING]
IOEnv == CHOOSE r : \E names \in SUBSET STRING : r \in [names -> STRING]

\* The number that a string says.
\* Example: atoi("-17") = -17
\* Refused: atoi("seventeen") = 17
atoi(str) == CHOOSE i \in Int : ToString(i) = str

\* A number with zeros before it, so that it has this width or more.
\* Example: zeroPadN(42, 5) = "00042"
\* Example: zeroPadN(123, 2) = "123"
RECURSIVE zeroPadN(_, _)
zeroPadN(n, width) ==
  IF Len(ToString(n)) >= width THEN ToString(n)
  ELSE "0" \o zeroPadN(n, width - 1)

=============================================================================
