--------------------------- MODULE UndirectedGraphs ---------------------------
(* Undirected graphs: records of a set of nodes and a set of edges, which are    *)
(* sets of the two nodes that they join, or of one for a loop. Anything else     *)
(* among the edges joins nothing.                                                *)
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences
LOCAL INSTANCE SequencesExt

\* Example: IsUndirectedGraph([node |-> {1, 2}, edge |-> {{1, 2}, {2}}]) = TRUE
\* Example: IsUndirectedGraph([node |-> {1, 2}, edge |-> {{1, 3}}]) = FALSE
IsUndirectedGraph(G) ==
  /\ DOMAIN G = {"node", "edge"}
  /\ G.edge \subseteq {{m, n} : m, n \in G.node}

\* Example: IsLoopFreeUndirectedGraph([node |-> {1, 2}, edge |-> {{1, 2}}]) = TRUE
\* Example: IsLoopFreeUndirectedGraph([node |-> {1, 2}, edge |-> {{2}}]) = FALSE
IsLoopFreeUndirectedGraph(G) == IsUndirectedGraph(G) /\ \A n \in G.node : {n} \notin G.edge

\* All graphs made of some of the nodes and some of the edges.
\* Example: UndirectedSubgraph([node |-> {1}, edge |-> {{1}}]) = {[node |-> {}, edge |-> {}], [node |-> {1}, edge |-> {}], [node |-> {1}, edge |-> {{1}}]}
UndirectedSubgraph(G) ==
  {H \in [node : SUBSET G.node, edge : SUBSET G.edge] : IsUndirectedGraph(H)}

LOCAL Neighbours(G, n) == {m \in G.node : {m, n} \in G.edge}

\* The nodes that can be reached from n, with n itself.
LOCAL Around(G, n) ==
  LET grow[T \in SUBSET G.node] ==
        LET U == T \cup UNION {Neighbours(G, m) : m \in T} IN IF U = T THEN T ELSE grow[U]
  IN  grow[{n}]

\* The sequences of nodes, not empty, in which an edge joins each with the next. There can be infinitely many: TLC can
\* tell whether a sequence is one, but not list them.
\* Example: <<1, 2, 1>> \in Path([node |-> {1, 2}, edge |-> {{1, 2}}])
\* Example: <<1, 2>> \notin Path([node |-> {1, 2}, edge |-> {}])
Path(G) == {p \in Seq(G.node) : p # <<>> /\ \A i \in 1..(Len(p) - 1) : {p[i], p[i + 1]} \in G.edge}

\* The paths on which no node comes twice.
\* Example: SimplePath([node |-> {1, 2}, edge |-> {{1, 2}}]) = {<<1>>, <<2>>, <<1, 2>>, <<2, 1>>}
SimplePath(G) ==
  LET longer[p \in Seq(G.node)] ==
        {p} \cup UNION {longer[Append(p, n)] : n \in Neighbours(G, Last(p)) \ ToSet(p)}
  IN  UNION {longer[<<n>>] : n \in G.node}

\* Whether a path joins m and n; every node is joined with itself.
\* Example: AreConnectedIn(1, 3, [node |-> 1..3, edge |-> {{1, 2}, {2, 3}}]) = TRUE
\* Example: AreConnectedIn(1, 3, [node |-> 1..3, edge |-> {{1, 2}}]) = FALSE
AreConnectedIn(m, n, G) == m \in G.node /\ n \in Around(G, m)

\* The sets of nodes that are joined with each other and with no other.
\* Example: ConnectedComponents([node |-> 1..3, edge |-> {{1, 2}}]) = {{1, 2}, {3}}
ConnectedComponents(G) == {Around(G, n) : n \in G.node}

\* Whether all nodes, of which there must be one, are joined.
\* Example: IsStronglyConnected([node |-> 1..2, edge |-> {{1, 2}}]) = TRUE
\* Example: IsStronglyConnected([node |-> 1..2, edge |-> {}]) = FALSE
IsStronglyConnected(G) == ConnectedComponents(G) = {G.node}

\* All graphs with these nodes.
\* Example: Cardinality(UndirectedGraphs({1, 2})) = 8
UndirectedGraphs(S) == [node : {S}, edge : SUBSET {{m, n} : m, n \in S}]

=============================================================================
