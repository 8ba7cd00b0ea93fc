namespace CommunityOfPractice.Core.Assignment;

/// <content>What a search does to the matching and its blossoms: shrinks odd cycles, expands blossoms that are used up, turns the matching round along a path.</content>
internal sealed partial class MatchingSearch
{
    /// <summary>The outer node two steps nearer to the root, or -1 at the root.</summary>
    private int Up(int outer)
    {
        int mate = blossoms.Mate[blossoms.Base[outer]];
        return mate < 0 ? -1 : blossoms.Top[linkFrom[blossoms.Top[mate]]];
    }

    private int CommonAncestor(int one, int other)
    {
        marks++;
        while (true)
        {
            if (one >= 0)
            {
                if (mark[one] == marks)
                {
                    return one;
                }

                mark[one] = marks;
                one = Up(one);
            }

            (one, other) = (other, one);
        }
    }

    private int Shrink(int from, int to)
    {
        int ancestor = CommonAncestor(blossoms.Top[from], blossoms.Top[to]);
        List<int> children = [], outs = [], ins = [];
        Climb(blossoms.Top[from], ancestor, children, ins, outs); // from the bottom up, so turned round
        children.Add(ancestor);
        children.Reverse();
        outs.Reverse();
        ins.Reverse();
        outs.Add(from);
        ins.Add(to);
        Climb(blossoms.Top[to], ancestor, children, outs, ins);
        foreach (int child in children)
        {
            blossoms.Dual[child] += label[child] == Outer ? now : -now;
        }

        int blossom = blossoms.Shrink([.. children], [.. outs], [.. ins]);
        blossoms.Dual[blossom] = -now;
        foreach (int child in children)
        {
            if (label[child] == Inner)
            {
                foreach (int member in blossoms.Members(child))
                {
                    dual[member] += 2 * now;
                    AddOuter(member);
                }
            }

            label[child] = Free;
        }

        label[blossom] = Outer;
        labelled.Add(blossom);
        return blossom;
    }

    /// <summary>Adds an outer node and all above it below the ancestor, with the ends of the edge above each: the near and the far one.</summary>
    private void Climb(int outer, int ancestor, List<int> nodes, List<int> near, List<int> far)
    {
        while (outer != ancestor)
        {
            int mate = blossoms.Mate[blossoms.Base[outer]];
            int inner = blossoms.Top[mate];
            nodes.Add(outer);
            near.Add(blossoms.Base[outer]);
            far.Add(mate);
            nodes.Add(inner);
            near.Add(linkTo[inner]);
            far.Add(linkFrom[inner]);
            outer = blossoms.Top[linkFrom[inner]];
        }
    }

    /// <summary>Dissolves an inner blossom whose dual is used up: a path through it stays in the tree, the rest is free again.</summary>
    private void Expand(int blossom)
    {
        if (label[blossom] != Inner || blossoms.Dual[blossom] != now)
        {
            return; // was shrunk into another one
        }

        int entry = linkTo[blossom];
        int place = blossoms.PlaceOf(entry, blossom);
        int step = place % 2 == 0 ? -1 : 1;
        label[blossom] = Free;
        Cycle cycle = blossoms.Dissolve(blossom);
        bool[] stays = new bool[cycle.Children.Length];
        List<int> outer = [];
        stays[place] = true;
        blossoms.Dual[cycle.Children[place]] += now;
        MakeInner(cycle.Children[place], linkFrom[blossom], entry);
        for (int at = place; at != 0;)
        {
            int near = cycle.Wrap(at + step);
            int far = cycle.Wrap(near + step);
            (int from, int to) = cycle.Link(near, far, step);
            stays[near] = stays[far] = true;
            outer.Add(cycle.Children[near]);
            blossoms.Dual[cycle.Children[far]] += now;
            MakeInner(cycle.Children[far], from, to);
            at = far;
        }

        Release(cycle, stays);
        foreach (int node in outer)
        {
            foreach (int member in blossoms.Members(node))
            {
                dual[member] += now;
            }

            MakeOuter(node);
        }
    }

    private void Release(Cycle cycle, bool[] stays)
    {
        for (int i = 0; i < stays.Length; i++)
        {
            if (stays[i])
            {
                continue;
            }

            foreach (int member in blossoms.Members(cycle.Children[i]))
            {
                dual[member] += now;
                if (nearest[member] != Never && nearest[member] + dual[member] < end.Time)
                {
                    events.Push(nearest[member] + dual[member], nearestFrom[member], member);
                }
            }
        }
    }

    /// <summary>Matches an outer vertex with another partner, and turns the matching round from there to the root.</summary>
    private void Augment(int vertex, int partner)
    {
        while (true)
        {
            int node = blossoms.Top[vertex];
            int left = blossoms.Mate[blossoms.Base[node]];
            blossoms.Rebase(node, vertex);
            blossoms.Mate[vertex] = partner;
            if (left < 0)
            {
                return;
            }

            int inner = blossoms.Top[left];
            blossoms.Rebase(inner, linkTo[inner]);
            (vertex, partner) = (linkFrom[inner], linkTo[inner]);
            blossoms.Mate[partner] = vertex;
        }
    }
}
