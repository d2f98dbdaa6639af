-------------------------------- MODULE SVG --------------------------------
(* Pictures. An element of a picture is a record of its name, its attributes,   *)
(* the elements in it and the text in it. Attributes are a record or function   *)
(* from strings to strings; <<>> is none. A TLA+ name cannot have a hyphen:     *)
(* stroke_width is written as stroke-width.                                     *)
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences
LOCAL INSTANCE SequencesExt
LOCAL INSTANCE TLC
LOCAL INSTANCE IOUtils

\* Example: SVGElem("title", <<>>, <<>>, "Ring") = [name |-> "title", attrs |-> <<>>, children |-> <<>>, innerText |-> "Ring"]
SVGElem(_name, _attrs, _children, _innerText) ==
  [name |-> _name, attrs |-> _attrs, children |-> _children, innerText |-> _innerText]

\* An element without others in it. Where both give an attribute, the numbers win.
LOCAL Shape(name, numbers, attrs, text) ==
  SVGElem(name, [k \in DOMAIN numbers |-> ToString(numbers[k])] @@ attrs, <<>>, text)

-----------------------------------------------------------------------------
(* Shapes. Coordinates and sizes are integers. *)

\* Example: Line(0, 1, 2, 3, [stroke |-> "red"]).attrs = [x1 |-> "0", y1 |-> "1", x2 |-> "2", y2 |-> "3", stroke |-> "red"]
\* Example: Line(0, 1, 2, 3, [x1 |-> "9"]).attrs.x1 = "0"
Line(x1, y1, x2, y2, attrs) ==
  Shape("line", [x1 |-> x1, y1 |-> y1, x2 |-> x2, y2 |-> y2], attrs, "")

\* Example: Circle(5, 6, 7, <<>>) = SVGElem("circle", [cx |-> "5", cy |-> "6", r |-> "7"], <<>>, "")
Circle(cx, cy, r, attrs) == Shape("circle", [cx |-> cx, cy |-> cy, r |-> r], attrs, "")

\* Example: Rect(0, -1, 2, 3, <<>>) = SVGElem("rect", [x |-> "0", y |-> "-1", width |-> "2", height |-> "3"], <<>>, "")
Rect(x, y, w, h, attrs) == Shape("rect", [x |-> x, y |-> y, width |-> w, height |-> h], attrs, "")

\* Example: Text(0, 1, "idle", <<>>) = SVGElem("text", [x |-> "0", y |-> "1"], <<>>, "idle")
Text(x, y, text, attrs) == Shape("text", [x |-> x, y |-> y], attrs, text)

\* A picture from a file or address.
\* Example: Image(0, 0, 9, 9, "a.png", <<>>).attrs["xlink:href"] = "a.png"
Image(x, y, width, height, href, attrs) ==
  Shape("image", [x |-> x, y |-> y, width |-> width, height |-> height], ("xlink:href" :> href) @@ attrs, "")

-----------------------------------------------------------------------------
(* Elements in elements *)

\* A sequence of elements, to which the attributes apply together; any function that has elements as values will do.
\* Example: Group(<<Circle(1, 2, 3, <<>>)>>, [fill |-> "red"]).children[1].name = "circle"
Group(children, attrs) == SVGElem("g", attrs, children, "")

\* Example: Svg(<<>>, [width |-> "9"]) = SVGElem("svg", [width |-> "9"], <<>>, "")
Svg(children, attrs) == SVGElem("svg", attrs, children, "")

\* A whole file: of an element, or of a sequence of them, as it is seen in the rectangle of this corner and size.
\* Example: SVGDoc(Group(<<>>, <<>>), 0, 0, 80, 60, <<>>).attrs["viewBox"] = "0 0 80 60"
\* Example: SVGDoc(Group(<<>>, <<>>), 0, 0, 80, 60, <<>>).attrs["xmlns"] = "http://www.w3.org/2000/svg"
SVGDoc(children, vbX, vbY, vbW, vbH, attrs) ==
  LET own == "xmlns" :> "http://www.w3.org/2000/svg"
             @@ "xmlns:xlink" :> "http://www.w3.org/1999/xlink"
             @@ "viewBox" :> FoldLeft(LAMBDA text, n : text \o " " \o ToString(n), ToString(vbX), <<vbY, vbW, vbH>>)
  IN  Svg(<<children>>, own @@ attrs)

-----------------------------------------------------------------------------
(* Where to put what *)

\* The n-th of m points on a circle, clockwise from the right, cut to integers. In Java.
\* Example: NodeOfRingNetwork(10, 10, 6, 0, 4) = [x |-> 16, y |-> 10]
\* Example: NodeOfRingNetwork(10, 10, 6, 2, 4) = [x |-> 4, y |-> 10]
\* Refused: NodeOfRingNetwork(10, 10, 6, 1, 0) = [x |-> 10, y |-> 10]
NodeOfRingNetwork(cx, cy, r, n, m) ==
  CHOOSE p \in [x : (cx - r - 1)..(cx + r + 1), y : (cy - r - 1)..(cy + r + 1)] : TRUE

\* Places for the nodes of a graph, so that edges, a set of pairs of nodes, point downwards where they can. The options are
\* a record with view_width and view_height, the size of the whole, and node_width and node_height, that of a node, which is
\* placed by its upper left corner. algo and layering, which other implementations have, may be there and are not asked. In Java.
\* Example: LET p == NodesOfDirectedMultiGraph({1, 2}, {<<1, 2>>}, [algo |-> "Sugiyama", view_width |-> 90, view_height |-> 90, node_width |-> 10, node_height |-> 10]) IN p[1].y < p[2].y
\* Refused: NodesOfDirectedMultiGraph({1}, {<<1, 2>>}, [view_width |-> 90, view_height |-> 90, node_width |-> 10, node_height |-> 10]) = <<>>
NodesOfDirectedMultiGraph(nodes, edges, options) ==
  CHOOSE place \in [nodes -> [x : Nat, y : Nat]] :
    \A n, m \in nodes : n # m => place[n] # place[m]

\* The point after the first of this many equal parts of the way, rounded down.
\* Example: PointOnLine([x |-> 0, y |-> 9], [x |-> 8, y |-> 0], 2) = [x |-> 4, y |-> 4]
PointOnLine(from, to, segment) ==
  [x |-> from.x + ((to.x - from.x) \div segment), y |-> from.y + ((to.y - from.y) \div segment)]

-----------------------------------------------------------------------------
(* As text *)

LOCAL Replaced(text, char, by) ==
  FoldLeft(LAMBDA out, i : out \o (IF SubSeq(text, i, i) = char THEN by ELSE SubSeq(text, i, i)),
           "", [i \in 1..Len(text) |-> i])

LOCAL Attribute(name, value) ==
  " " \o Replaced(name, "_", "-") \o "='" \o Replaced(Replaced(value, "<", "&lt;"), "'", "&apos;") \o "'"

\* An element as SVG writes it. Attributes are in TLC's order; < and > in a text become &lt; and &gt;, while & begins an entity, as in SVG.
\* In Java, because TLC never forgets a string, and the definition makes one for each character.
\* Example: SVGElemToString(Text(1, 2, "a", <<>>)) \in {"<text x='1' y='2'>a</text>", "<text y='2' x='1'>a</text>"}
\* Example: SVGElemToString(SVGElem("g", [stroke_width |-> "1"], <<>>, "")) = "<g stroke-width='1'></g>"
\* Example: SVGElemToString(Group(<<SVGElem("b", <<>>, <<>>, "<<1>> &lt; 2")>>, <<>>)) = "<g><b>&lt;&lt;1&gt;&gt; &lt; 2</b></g>"
\* Refused: SVGElemToString("circle") = ""
\* Refused: SVGElemToString(SVGElem("g", [width |-> 1], <<>>, "")) = ""
RECURSIVE SVGElemToString(_)
SVGElemToString(elem) ==
  IF DOMAIN elem # {"name", "attrs", "children", "innerText"}
  THEN FoldLeft(LAMBDA text, i : text \o SVGElemToString(elem[i]), "", SetToSeq(DOMAIN elem))
  ELSE "<" \o elem.name
       \o FoldLeft(LAMBDA text, name : text \o Attribute(name, elem.attrs[name]), "", SetToSeq(DOMAIN elem.attrs))
       \o ">" \o Replaced(Replaced(elem.innerText, "<", "&lt;"), ">", "&gt;")
       \o SVGElemToString(elem.children)
       \o "</" \o elem.name \o ">"

\* Writes an element to the file that has the prefix, the number with three digits or more, and .svg as its name.
SVGSerialize(svg, frameNamePrefix, frameNumber) ==
  Serialize(SVGElemToString(svg), frameNamePrefix \o zeroPadN(frameNumber, 3) \o ".svg",
            [format |-> "TXT", charset |-> "UTF-8", openOptions |-> <<"WRITE", "CREATE", "TRUNCATE_EXISTING">>])

=============================================================================
