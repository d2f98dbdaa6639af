package dev.plumb.kernel.api;

import java.util.List;

/**
 * A named operator on the way from Next to its disjuncts, and so a name that an event may use.
 *
 * @param disjuncts that it is made of, but for those of other named operators in it
 */
public record ActionSignature(
        String name, List<String> parameters, SourceRange definition, List<SourceRange> disjuncts) {}
