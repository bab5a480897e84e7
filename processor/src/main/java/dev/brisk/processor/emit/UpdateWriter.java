package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.plan.UpdateGroup;
import dev.brisk.processor.program.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the update of the parameters by their gradients: one method where all are updated alike,
 * else one for each group.
 */
final class UpdateWriter {
  private static final String ALL = "all parameters";
  private static final String UPDATE = "update";
  private static final String BY_SUMS = "updateBySums";

  private final TrainerPlan plan;
  private final TrainerFields fields;
  private final Optional<BatchTraining> batches;
  private final Map<Update, ArrayUpdate> updates = new LinkedHashMap<>();

  /**
   * @param batches how a batch is computed at once, if one is
   */
  UpdateWriter(TrainerPlan plan, TrainerFields fields, Optional<BatchTraining> batches) {
    this.plan = plan;
    this.fields = fields;
    this.batches = batches;
    // The method of a group whose first parameter is called so has another name.
    fields.fresh(BY_SUMS);
    for (UpdateGroup group : plan.groups()) {
      updates.computeIfAbsent(group.update(), this::ofArrays);
    }
  }

  private ArrayUpdate ofArrays(Update update) {
    boolean takesRanges =
        plan.groups().stream()
            .filter(group -> group.update().equals(update))
            .anyMatch(group -> GroupUpdate.takesRanges(plan, group));
    String name = update.equals(plan.update()) ? UPDATE : "updateUndecayed";
    return new ArrayUpdate(update, name, takesRanges, plan.precision());
  }

  /** The update of rows of matrices. */
  private ArrayUpdate ofRows(Update update) {
    return new ArrayUpdate(update, updates.get(update).name() + "Rows", true, plan.precision());
  }

  List<FieldSpec> constants() {
    Set<FieldSpec> constants = new LinkedHashSet<>();
    updates.keySet().forEach(update -> update.constants().forEach(c -> constants.add(constant(c))));
    if (plan.precision() == Scalar.FLOAT) {
      guard("TINY", "keep(", "1.0e-30F", constants);
      guard("TINY_SQUARE", "keepSquare(", "1.0e-36F", constants);
    }
    updates.keySet().forEach(update -> update.tables().forEach(t -> constants.add(table(t))));
    for (UpdateGroup group : plan.groups()) {
      if (group.rateFactor() != 1) {
        constants.add(
            TrainerWriter.constant(
                TypeName.DOUBLE,
                factor(group),
                Literals.of(group.rateFactor()),
                "@Parameter(learningRateFactor)"));
      }
    }
    return List.copyOf(constants);
  }

  /** A constant that keeps states from subnormal numbers, if a line asks for it. */
  private void guard(String name, String mark, String value, Set<FieldSpec> constants) {
    boolean isUsed =
        updates.keySet().stream()
            .flatMap(
                update ->
                    Stream.concat(
                        update.lines().stream(),
                        update.measure().stream().flatMap(measure -> measure.lines().stream())))
            .anyMatch(line -> line.contains(mark));
    if (isUsed) {
      constants.add(
          TrainerWriter.constant(
              TypeName.FLOAT, name, value, "keeps states from subnormal numbers"));
    }
  }

  private static FieldSpec constant(Update.Constant constant) {
    return TrainerWriter.constant(
        TypeName.DOUBLE, constant.name(), Literals.of(constant.value()), origin(constant));
  }

  /** The attribute that a constant comes from. */
  static String origin(Update.Constant constant) {
    return "@Optimizer(" + constant.attribute() + ")";
  }

  private static FieldSpec table(Update.Table table) {
    return FieldSpec.builder(
            table.type(), table.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($L)", table.type(), table.arguments())
        .build();
  }

  /** {@code BIAS_RATE_FACTOR}, after the first parameter of the group. */
  private static String factor(UpdateGroup group) {
    return BatchTraining.constant(group.parameters().get(0).name()) + "_RATE_FACTOR";
  }

  /** What updates all parameters by the sums of their gradients. */
  static String bySums(TrainerPlan plan) {
    return plan.sumsInUpdate() ? BY_SUMS : UPDATE;
  }

  /** The methods of all parameters, of each group where there are several, and of one array. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(ofAll(UPDATE, batches));
    if (plan.sumsInUpdate()) {
      methods.addAll(ofAll(BY_SUMS, Optional.empty()));
    }
    updates.values().forEach(each -> methods.addAll(each.methods()));
    methods.addAll(ofRows());
    return methods;
  }

  /**
   * The method of that name, and those of groups that it calls.
   *
   * @param batches how a batch is computed at once, if the update is by what that leaves
   */
  private List<MethodSpec> ofAll(String name, Optional<BatchTraining> batches) {
    List<UpdateGroup> groups = plan.groups();
    String by = name.equals(BY_SUMS) ? " by gradients that are added up" : " by the gradients";
    if (groups.size() == 1 && groups.get(0).rateFactor() == 1) {
      UpdateGroup group = groups.get(0);
      boolean areAll = group.parameters().size() == plan.parameters().size();
      return List.of(
          overRate(name, (areAll ? ALL : names(group)) + by, statements(group, batches)));
    }
    CodeBlock.Builder calls = CodeBlock.builder();
    List<MethodSpec> methods = new ArrayList<>();
    for (UpdateGroup group : groups) {
      String first = TrainerFields.capitalized(group.parameters().get(0).name());
      String ofGroup = fields.fresh(name.replace(UPDATE, UPDATE + first));
      calls.addStatement(
          group.rateFactor() == 1 ? "$L(rate)" : "$L($L * rate)",
          group.rateFactor() == 1 ? new Object[] {ofGroup} : new Object[] {ofGroup, factor(group)});
      methods.add(overRate(ofGroup, names(group) + by, statements(group, batches)));
    }
    methods.add(0, overRate(name, ALL + by, calls.build()));
    return methods;
  }

  /** The methods of matrices that are updated row by row, and that of a range of rows. */
  private List<MethodSpec> ofRows() {
    List<MethodSpec> methods = new ArrayList<>();
    Set<ArrayUpdate> used = new LinkedHashSet<>();
    for (UpdateGroup group : plan.groups()) {
      for (ParameterPlan parameter : group.parameters()) {
        plan.fused(parameter)
            .ifPresent(
                fused -> {
                  used.add(ofRows(group.update()));
                  methods.add(batches.orElseThrow().update(fused, ofRows(group.update())));
                });
      }
    }
    used.forEach(update -> methods.addAll(update.methods()));
    return methods;
  }

  private static String names(UpdateGroup group) {
    return Figures.all(group.parameters().stream().map(ParameterPlan::name).toList());
  }

  private CodeBlock statements(UpdateGroup group, Optional<BatchTraining> batches) {
    return GroupUpdate.of(plan, fields, group, updates.get(group.update()), batches);
  }

  /**
   * @param what is updated, by what
   */
  private static MethodSpec overRate(String name, String what, CodeBlock code) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("$L\n", SourceText.filled("One update of " + what + ".", 90))
        .addModifiers(Modifier.PRIVATE)
        .addParameter(TypeName.DOUBLE, "rate")
        .addCode(code)
        .build();
  }
}
