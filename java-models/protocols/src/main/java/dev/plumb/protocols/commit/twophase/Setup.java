package dev.plumb.protocols.commit.twophase;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What all nodes know from the start.
 *
 * @param resourceManagers their names: the constant RM of the specification
 * @param transactions their names, in the order in which they begin; each is a run of its own in the trace
 * @param refusals {@code tx/rm} for each transaction that a resource manager chooses to abort
 */
public record Setup(
        SortedSet<String> resourceManagers, List<String> transactions, SortedSet<String> refusals, Bug bug) {

    /** The node that the specification calls the transaction manager. */
    public static final String COORDINATOR = "tm";

    /** Three resource managers; every third transaction is refused, by one after the other. */
    public static Setup ofThree(int transactions, Bug bug) {
        List<String> rms = List.of("r1", "r2", "r3");
        return new Setup(
                new TreeSet<>(rms),
                IntStream.rangeClosed(1, transactions).mapToObj(i -> "tx-" + i).toList(),
                IntStream.rangeClosed(1, transactions / 3)
                        .mapToObj(i -> "tx-" + 3 * i + "/" + rms.get(i % rms.size()))
                        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll),
                bug);
    }

    boolean refuses(String rm, String tx) {
        return refusals.contains(tx + "/" + rm);
    }

    /** This setup as arguments of a program; {@link #parse} reads them. */
    List<String> arguments() {
        return List.of(
                String.join(",", resourceManagers),
                String.join(",", transactions),
                String.join(",", refusals),
                bug.name());
    }

    static Setup parse(List<String> arguments) {
        return new Setup(
                new TreeSet<>(names(arguments.get(0))),
                names(arguments.get(1)),
                new TreeSet<>(names(arguments.get(2))),
                Bug.valueOf(arguments.get(3)));
    }

    private static List<String> names(String joined) {
        return Arrays.stream(joined.split(",", 0))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
