package dev.plumb.modules.overrides;

import static java.util.stream.Collectors.joining;

import java.util.List;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Pictures as text, and where to put what is in them. */
public final class SVG {
    private static final String MODULE = "SVG";
    private static final String TO_STRING = "SVGElemToString";
    private static final String LAYOUT = "NodesOfDirectedMultiGraph";

    private SVG() {}

    @TLAPlusOperator(identifier = TO_STRING, module = MODULE, warn = false)
    public static Value toText(Value element) {
        return new StringValue(text(element));
    }

    private static String text(Value value) {
        FcnRcdValue function = Arguments.function(value, TO_STRING);
        if (!Arguments.fields(value, TO_STRING).containsKey("name")) {
            return Arguments.domain(function)
                    .map(argument -> text(Arguments.at(function, argument)))
                    .collect(joining());
        }
        String name = Arguments.string(Arguments.field(function, "name"), TO_STRING);
        String inner = Arguments.string(Arguments.field(function, "innerText"), TO_STRING);
        return "<" + name + attributes(Arguments.field(function, "attrs")) + ">"
                + inner.replace("<", "&lt;").replace(">", "&gt;")
                + text(Arguments.field(function, "children"))
                + "</" + name + ">";
    }

    private static String attributes(Value attributes) {
        FcnRcdValue function = Arguments.function(attributes, TO_STRING);
        return Arguments.domain(function)
                .map(name -> attribute(name, Arguments.at(function, name)))
                .collect(joining());
    }

    private static String attribute(Value name, Value value) {
        String text = Arguments.string(value, TO_STRING);
        return " " + Arguments.string(name, TO_STRING).replace('_', '-') + "='"
                + text.replace("<", "&lt;").replace("'", "&apos;") + "'";
    }

    @TLAPlusOperator(identifier = "NodeOfRingNetwork", module = MODULE, warn = false)
    public static Value pointOfCircle(Value cx, Value cy, Value r, Value n, Value m) {
        int points = Arguments.number(m, "NodeOfRingNetwork");
        if (points <= 0) {
            throw Arguments.unexpected("NodeOfRingNetwork", "at least one point", m);
        }
        double angle = 2 * Math.PI / points * Arguments.number(n, "NodeOfRingNetwork");
        int radius = Arguments.number(r, "NodeOfRingNetwork");
        return point((int) (Arguments.number(cx, "NodeOfRingNetwork") + radius * Math.cos(angle)), (int)
                (Arguments.number(cy, "NodeOfRingNetwork") + radius * Math.sin(angle)));
    }

    @TLAPlusOperator(identifier = LAYOUT, module = MODULE, warn = false)
    public static Value places(Value nodes, Value edges, Value options) {
        List<Value> all = Arguments.elements(nodes, LAYOUT);
        Layers layers = new Layers(all.size());
        for (Value edge : Arguments.elements(edges, LAYOUT)) {
            Value[] ends = Arguments.sequence(edge, LAYOUT);
            layers.edge(index(all, ends[0]), index(all, ends[1]));
        }
        Value[] places = new Value[all.size()];
        layers.place((node, column, columns, row, rows) -> {
            int x = middle(column, columns, size(options, "view_width"), size(options, "node_width"));
            int y = middle(row, rows, size(options, "view_height"), size(options, "node_height"));
            places[node] = point(x, y);
        });
        return new FcnRcdValue(all.toArray(Value[]::new), places, true);
    }

    private static int index(List<Value> nodes, Value end) {
        int index = nodes.indexOf(end);
        if (index < 0) {
            throw Arguments.error(LAYOUT + ": an edge has the end " + end + ", which is none of the nodes.");
        }
        return index;
    }

    private static int size(Value options, String name) {
        return Arguments.number(Arguments.field(Arguments.function(options, LAYOUT), name), LAYOUT);
    }

    /** The middle one of as many parts as there are; what does not fit goes beyond the view rather than over each other. */
    private static int middle(int part, int parts, int view, int node) {
        int step = Math.max(Math.max(view / parts, node), 1);
        return part * step + Math.max(step - node, 0) / 2;
    }

    private static Value point(int x, int y) {
        UniqueString[] names = {UniqueString.uniqueStringOf("x"), UniqueString.uniqueStringOf("y")};
        return new RecordValue(names, new Value[] {IntValue.gen(x), IntValue.gen(y)}, false);
    }
}
