------------------------------- MODULE Graphs -------------------------------
(* Directed graphs: records of a set of nodes and a set of edges, which are    *)
(* pairs of nodes. What is said of paths holds of finite graphs and is         *)
(* computed by walking from node to node, not by looking at all sequences.     *)
EXTENDS Naturals, Sequences, FiniteSets, SequencesExt, Relation

\* Example: IsDirectedGraph([node |-> {1, 2}, edge |-> {<<1, 2>>}]) = TRUE
\* Example: IsDirectedGraph([node |-> {1}, edge |-> {<<1, 2>>}]) = FALSE
IsDirectedGraph(G) ==
  /\ DOMAIN G = {"node", "edge"}
  /\ G.edge \subseteq G.node \X G.node

\* All graphs made of some of the nodes and some of the edges.
\* Example: Cardinality(DirectedSubgraph([node |-> {1, 2}, edge |-> {<<1, 2>>}])) = 5
DirectedSubgraph(G) ==
  UNION {[node : {N}, edge : SUBSET (G.edge \cap (N \X N))] : N \in SUBSET G.node}

\* All edges the other way.
\* Example: Transpose([node |-> {1, 2}, edge |-> {<<1, 2>>}]) = [node |-> {1, 2}, edge |-> {<<2, 1>>}]
Transpose(G) == [node |-> G.node, edge |-> {<<e[2], e[1]>> : e \in G.edge}]

\* Whether each edge is there in both directions.
\* Example: IsUndirectedGraph([node |-> {1, 2}, edge |-> {<<1, 2>>, <<2, 1>>}]) = TRUE
\* Example: IsUndirectedGraph([node |-> {1, 2}, edge |-> {<<1, 2>>}]) = FALSE
IsUndirectedGraph(G) == IsDirectedGraph(G) /\ Transpose(G) = G

\* Example: Cardinality(UndirectedSubgraph([node |-> {1, 2}, edge |-> {<<1, 2>>, <<2, 1>>}])) = 5
UndirectedSubgraph(G) == {H \in DirectedSubgraph(G) : IsUndirectedGraph(H)}

-----------------------------------------------------------------------------
(* Neighbours *)

\* Example: Successors([node |-> 1..3, edge |-> {<<1, 2>>, <<1, 3>>}], 1) = {2, 3}
Successors(G, n) == {m \in G.node : <<n, m>> \in G.edge}

\* Example: AllSuccessors([node |-> 1..3, edge |-> {<<1, 2>>, <<2, 3>>}], {1, 2}) = {2, 3}
AllSuccessors(G, S) == UNION {Successors(G, n) : n \in S}

\* Example: Predecessors([node |-> 1..3, edge |-> {<<1, 2>>, <<3, 2>>}], 2) = {1, 3}
Predecessors(G, n) == {m \in G.node : <<m, n>> \in G.edge}

\* Example: AllPredecessors([node |-> 1..3, edge |-> {<<1, 2>>, <<2, 3>>}], {2, 3}) = {1, 2}
AllPredecessors(G, S) == UNION {Predecessors(G, n) : n \in S}

\* Example: InDegree([node |-> 1..3, edge |-> {<<1, 2>>, <<3, 2>>}], 2) = 2
InDegree(G, n) == Cardinality(Predecessors(G, n))

\* Example: OutDegree([node |-> 1..3, edge |-> {<<1, 2>>, <<3, 2>>}], 2) = 0
OutDegree(G, n) == Cardinality(Successors(G, n))

\* Nodes that no edge leads to.
\* Example: Roots([node |-> 1..3, edge |-> {<<1, 2>>}]) = {1, 3}
Roots(G) == {n \in G.node : Predecessors(G, n) = {}}

\* Nodes that no edge leads from.
\* Example: Leaves([node |-> 1..3, edge |-> {<<1, 2>>}]) = {2, 3}
Leaves(G) == {n \in G.node : Successors(G, n) = {}}

\* The nodes of S and all that can be reached from them.
LOCAL Reach(G, S) ==
  LET grow[T \in SUBSET G.node] ==
        LET U == T \cup AllSuccessors(G, T) IN IF U = T THEN T ELSE grow[U]
  IN  grow[S]

\* The nodes that can be reached from n in one step or more.
\* Example: Descendants([node |-> 1..4, edge |-> {<<1, 2>>, <<2, 3>>}], 1) = {2, 3}
Descendants(G, n) == Reach(G, Successors(G, n))

\* The nodes from which n can be reached in one step or more.
\* Example: Ancestors([node |-> 1..4, edge |-> {<<1, 2>>, <<2, 3>>}], 3) = {1, 2}
Ancestors(G, n) == Descendants(Transpose(G), n)

-----------------------------------------------------------------------------
(* Paths *)

\* The sequences of nodes, not empty, in which an edge leads from each to the next. There can be infinitely many: TLC can
\* tell whether a sequence is one, but not list them.
\* Example: <<1, 2, 1>> \in Path([node |-> {1, 2}, edge |-> {<<1, 2>>, <<2, 1>>}])
\* Example: <<2, 1>> \notin Path([node |-> {1, 2}, edge |-> {<<1, 2>>}])
Path(G) == {p \in Seq(G.node) : p # <<>> /\ \A i \in 1..(Len(p) - 1) : <<p[i], p[i + 1]>> \in G.edge}

\* The paths on which no node comes twice.
\* Example: SimplePath([node |-> {1, 2}, edge |-> {<<1, 2>>, <<2, 1>>}]) = {<<1>>, <<2>>, <<1, 2>>, <<2, 1>>}
SimplePath(G) ==
  LET longer[p \in Seq(G.node)] ==
        {p} \cup UNION {longer[Append(p, n)] : n \in Successors(G, Last(p)) \ ToSet(p)}
  IN  UNION {longer[<<n>>] : n \in G.node}

\* Whether a path leads from m to n; from a node to itself one always does.
\* Example: AreConnectedIn(1, 3, [node |-> 1..3, edge |-> {<<1, 2>>, <<2, 3>>}]) = TRUE
\* Example: AreConnectedIn(3, 1, [node |-> 1..3, edge |-> {<<1, 2>>, <<2, 3>>}]) = FALSE
\* Example: AreConnectedIn(2, 2, [node |-> 1..3, edge |-> {}]) = TRUE
AreConnectedIn(m, n, G) == m \in G.node /\ n \in Reach(G, {m})

\* Whether paths lead from everywhere to everywhere.
\* Example: IsStronglyConnected([node |-> 1..2, edge |-> {<<1, 2>>, <<2, 1>>}]) = TRUE
\* Example: IsStronglyConnected([node |-> 1..2, edge |-> {<<1, 2>>}]) = FALSE
IsStronglyConnected(G) == \A n \in G.node : Reach(G, {n}) = G.node

\* AreConnectedIn for all pairs of nodes, as a function that TLC computes once.
\* Example: ConnectionsIn([node |-> 1..3, edge |-> {<<1, 2>>, <<2, 3>>}]) = [m, n \in 1..3 |-> m <= n]
ConnectionsIn(G) == ReflexiveTransitiveClosure([m, n \in G.node |-> <<m, n>> \in G.edge], G.node)

\* Whether some node can be reached from itself in one step or more.
\* Example: HasCycle([node |-> 1..2, edge |-> {<<1, 2>>, <<2, 1>>}]) = TRUE
\* Example: HasCycle([node |-> 1..2, edge |-> {<<2, 2>>}]) = TRUE
\* Example: HasCycle([node |-> 1..2, edge |-> {<<1, 2>>}]) = FALSE
HasCycle(G) == \E n \in G.node : n \in Descendants(G, n)

\* Example: IsDag([node |-> 1..2, edge |-> {<<1, 2>>}]) = TRUE
\* Example: IsDag([node |-> 1..2, edge |-> {<<1, 2>>, <<2, 1>>}]) = FALSE
IsDag(G) == IsDirectedGraph(G) /\ ~HasCycle(G)

\* Whether all edges lead towards the root r: none from it, one from every other node, and in the end to r.
\* Example: IsTreeWithRoot([node |-> 1..3, edge |-> {<<2, 1>>, <<3, 1>>}], 1) = TRUE
\* Example: IsTreeWithRoot([node |-> 1..3, edge |-> {<<2, 1>>}], 1) = FALSE
\* Example: IsTreeWithRoot([node |-> 1..3, edge |-> {<<2, 1>>, <<3, 1>>, <<3, 2>>}], 1) = FALSE
IsTreeWithRoot(G, r) ==
  /\ IsDirectedGraph(G) /\ r \in G.node
  /\ \A n \in G.node : OutDegree(G, n) = IF n = r THEN 0 ELSE 1
  /\ \A n \in G.node : AreConnectedIn(n, r, G)

\* Whether each edge joins the one part with the other.
\* Example: IsBipartiteWithPartitions([node |-> 1..3, edge |-> {<<1, 2>>, <<2, 3>>}], {1, 3}, {2}) = TRUE
\* Example: IsBipartiteWithPartitions([node |-> 1..3, edge |-> {<<1, 3>>}], {1, 3}, {2}) = FALSE
IsBipartiteWithPartitions(G, U, V) ==
  /\ U \cap V = {} /\ G.node \subseteq U \cup V
  /\ G.edge \subseteq (U \X V) \cup (V \X U)

-----------------------------------------------------------------------------
(* Making graphs *)

\* Example: GraphUnion([node |-> {1}, edge |-> {}], [node |-> {2}, edge |-> {<<2, 2>>}]) = [node |-> {1, 2}, edge |-> {<<2, 2>>}]
GraphUnion(G, H) == [node |-> G.node \cup H.node, edge |-> G.edge \cup H.edge]

\* Example: IsDirectedGraph(EmptyGraph) /\ EmptyGraph.node = {}
EmptyGraph == [node |-> {}, edge |-> {}]

\* All graphs with these nodes.
\* Example: Cardinality(Graphs({1, 2})) = 16
Graphs(S) == [node : {S}, edge : SUBSET (S \X S)]

=============================================================================
