package dev.plumb.simulation.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sets of states of a graph, one of which is marked at a time, and their strongly connected components: R. Tarjan, Depth-first
 * search and linear graph algorithms, SIAM J. Comput. 1(2), 1972, without recursion.
 */
final class Regions {
    private final StateGraph graph;
    private final int[] marks;
    private int mark;

    /** By state, counted from 1 in the order of the visit; 0 of one that was not visited. */
    private final int[] number;

    private final int[] low;
    private final int[] nextStep;
    private final boolean[] isOpen;
    private final Stack open;
    private final Stack path;
    private int visited;

    Regions(StateGraph graph) {
        this.graph = graph;
        int size = graph.size();
        marks = new int[size];
        number = new int[size];
        low = new int[size];
        nextStep = new int[size];
        isOpen = new boolean[size];
        open = new Stack(size);
        path = new Stack(size);
    }

    void mark(int[] nodes) {
        mark++;
        for (int node : nodes) {
            marks[node] = mark;
        }
    }

    boolean isMarked(int node) {
        return marks[node] == mark;
    }

    /** The components of the part of the graph that has only these states. A state by itself is one, too. */
    List<int[]> components(int[] nodes) {
        mark(nodes);
        for (int node : nodes) {
            number[node] = 0;
        }
        visited = 0;
        List<int[]> components = new ArrayList<>();
        for (int node : nodes) {
            if (number[node] == 0) {
                visitFrom(node, components);
            }
        }
        return components;
    }

    private void visitFrom(int root, List<int[]> components) {
        enter(root);
        while (path.size > 0) {
            int node = path.top();
            if (nextStep[node] < graph.first[node + 1]) {
                follow(node, graph.target[nextStep[node]++]);
            } else {
                leave(node, components);
            }
        }
    }

    private void enter(int node) {
        number[node] = ++visited;
        low[node] = visited;
        nextStep[node] = graph.first[node];
        isOpen[node] = true;
        open.push(node);
        path.push(node);
    }

    private void follow(int node, int to) {
        if (isMarked(to) && number[to] == 0) {
            enter(to);
        } else if (isMarked(to) && isOpen[to]) {
            low[node] = Math.min(low[node], number[to]);
        }
    }

    private void leave(int node, List<int[]> components) {
        path.pop();
        if (path.size > 0) {
            low[path.top()] = Math.min(low[path.top()], low[node]);
        }
        if (low[node] == number[node]) {
            components.add(close(node));
        }
    }

    private int[] close(int node) {
        int end = open.size;
        int last;
        do {
            last = open.pop();
            isOpen[last] = false;
        } while (last != node);
        int[] component = Arrays.copyOfRange(open.elements, open.size, end);
        Arrays.sort(component);
        return component;
    }

    private static final class Stack {
        private final int[] elements;
        private int size;

        Stack(int most) {
            elements = new int[most];
        }

        void push(int element) {
            elements[size++] = element;
        }

        int pop() {
            return elements[--size];
        }

        int top() {
            return elements[size - 1];
        }
    }
}
