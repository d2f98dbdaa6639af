------------------------------ MODULE Formulas ------------------------------
(* Operators that tests evaluate on random values. *)
EXTENDS SequencesExt, FiniteSetsExt, Functions, VectorClocks, SVG, TLCExt, Json, CSV, IOUtils, TLC

(* With and without Java *)
Pair(x, y) == <<x, y>>
LeftFold(s) == FoldLeft(Pair, 0, s)
RightFold(s) == FoldRight(Pair, s, 0)
SetFold(S) == FoldSet(Pair, 0, S)
FunctionFold(s, n) == FoldFunctionOnSet(Pair, 0, s, {i \in DOMAIN s : i >= n})
Sum(S, n) == MapThenSumSet(LAMBDA x : x * n, S)
Subsets(S, n) == kSubset(n, S)
Order(log) == CausalOrder([i \in DOMAIN log |-> [node |-> log[i][1], clock |-> log[i][2]]],
                          LAMBDA e : e.clock, LAMBDA e : e.node, LAMBDA c : DOMAIN c)
Element(name, value, text) == SVGElemToString(
    SVGElem("g", [x_y |-> value, b |-> name], <<Text(1, 2, text, <<>>), Text(3, 4, value, <<>>)>>, name))
Same(v, w) == TLCFP(v) = TLCFP(w)
Fails(expected, told) ==
  AssertError("The first argument of Assert evaluated to FALSE; the second argument was:\n\"" \o expected \o "\"",
              Assert(FALSE, told))
Named(text) == ToString(TLCModelValue(text)) = text
OnRing(r, n, m) ==
  LET p == NodeOfRingNetwork(100, -50, r, n, m)
      square == (p.x - 100) * (p.x - 100) + (p.y + 50) * (p.y + 50)
  IN  square <= (r + 2) * (r + 2) /\ (r < 2 \/ (r - 2) * (r - 2) <= square)
Apart(S, s) ==
  LET at == NodesOfDirectedMultiGraph(S, {<<s[i], s[i + 1]>> : i \in 1..(Len(s) - 1)},
              [view_width |-> 90, view_height |-> 60, node_width |-> 5, node_height |-> 9])
  IN  /\ DOMAIN at = S
      /\ \A n, m \in S : n = m \/ at[n].x >= at[m].x + 5 \/ at[m].x >= at[n].x + 5
                                \/ at[n].y >= at[m].y + 9 \/ at[m].y >= at[n].y + 9

(* Written and read *)
ThroughJson(v, file) == JsonSerialize(file, v) /\ JsonDeserialize(file) = v
ThroughLines(v, file) == ndJsonSerialize(file, <<v, v>>) /\ ndJsonDeserialize(file) = <<v, v>>
ThroughBinary(v, file) == IOSerialize(v, file, TRUE) /\ IODeserialize(file, TRUE) = v
Read == [format |-> "TXT", charset |-> "UTF-8"]
Write == [format |-> "TXT", charset |-> "UTF-8", openOptions |-> <<"WRITE", "CREATE", "TRUNCATE_EXISTING">>]
ThroughText(v, file) == Serialize(v, file, Write).exitValue = 0 /\ Deserialize(file, Read).stdout = v
ThroughRecords(v, file) ==
  /\ Serialize("", file, Write).exitValue = 0
  /\ \A i \in 1..Len(v) : CSVWrite("%1$s;%2$s", <<v[i], -i>>, file)
  /\ CSVRecords(file) = Len(v)
  /\ CSVRead(<<"a", "b">>, ";", file) = [i \in 1..Len(v) |-> [a |-> ToString(v[i]), b |-> ToString(-i)]]
Number(v, file) == atoi(ToString(v)) = v

=============================================================================
