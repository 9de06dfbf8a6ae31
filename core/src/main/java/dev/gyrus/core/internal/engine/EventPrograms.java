package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.EventPlan.Jump;
import dev.gyrus.core.internal.engine.EventPlan.Program;
import dev.gyrus.core.internal.engine.EventText.Assignment;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles what events evaluate beside the kernel of a group, for some sets.
 *
 * @param kernels made so far, to be shared
 */
record EventPrograms(GroupLayout layout, Sets sets, Kernels kernels) {

    /** Functions of the group's values. */
    Program of(Map<String, Expr> results) {
        return of(layout.equations().definitions(), results);
    }

    private Program of(Map<String, Expr> definitions, Map<String, Expr> results) {
        Equations equations = layout.equations();
        CompiledMass compiled = kernels.of(new Equations(
                definitions,
                equations.parameters(),
                equations.laneParameters(),
                Map.of(),
                Map.of(),
                Map.of(),
                results,
                Map.of()));
        GroupDraft draft = layout.draft();
        return new Program(compiled, draft.memory(compiled, sets), draft.tables());
    }

    /** Assignments one after the other as functions of the values before the first. */
    Jump jump(List<Assignment> assignments) {
        Map<String, Expr> definitions = new LinkedHashMap<>(layout.equations().definitions());
        MassModel model = layout.draft().model();
        Map<String, Expr> latest = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            Expr value = Trees.substitute(expanded(assignment.value(), model), latest::get);
            String version = assignment.state() + "#" + definitions.size();
            definitions.put(version, value);
            latest.put(assignment.state(), new Expr.Name(version));
        }
        Program program = of(definitions, latest);
        List<String> states = new ArrayList<>(model.drift().keySet());
        return new Jump(
                program,
                latest.keySet().stream().mapToInt(states::indexOf).toArray(),
                latest.keySet().stream()
                        .mapToInt(state -> program.compiled().slots().find(Role.OUTPUT, state))
                        .toArray());
    }

    /** Intermediates and outputs written out, so that states stand where their latest values can be put in. */
    static Expr expanded(Expr value, MassModel model) {
        return Trees.substitute(value, name -> {
            Expr definition = model.lets().getOrDefault(name, model.outputs().get(name));
            return definition == null ? null : expanded(definition, model);
        });
    }
}
