package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.PredictionPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.NoMethodBodiesException;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Calls of one method that throws, in place of what the compiler shows no bodies of. */
final class UnreadMethods implements ExampleMethods {
  private static final CodeBlock CALL = CodeBlock.of("unread()");

  private final TrainerPlan plan;

  UnreadMethods(TrainerPlan plan) {
    this.plan = plan;
  }

  @Override
  public List<MethodSpec> methods() {
    return List.of(
        MethodSpec.methodBuilder("unread")
            .addJavadoc("In place of what the model's methods compute.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(TypeName.DOUBLE)
            .addStatement(
                "throw new $T($S)", NoMethodBodiesException.class, plan.name().qualifiedName())
            .build());
  }

  @Override
  public CodeBlock loss(CodeBlock example) {
    return CALL;
  }

  @Override
  public CodeBlock metric(String name, CodeBlock example) {
    return CALL;
  }

  @Override
  public CodeBlock prediction(PredictionPlan prediction, CodeBlock example) {
    TypeName element = JavaTypeNames.of(prediction.result().element());
    if (prediction.result().isArray()) {
      return CodeBlock.of("new $T[(int) $L]", element, CALL);
    } else if (element.equals(TypeName.BOOLEAN)) {
      return CodeBlock.of("$L != 0", CALL);
    }
    return element.equals(TypeName.DOUBLE) ? CALL : CodeBlock.of("($T) $L", element, CALL);
  }

  @Override
  public CodeBlock predictionInto(PredictionPlan prediction, CodeBlock example) {
    return CodeBlock.builder().addStatement(CALL).build();
  }

  @Override
  public Optional<CodeBlock> descent(CodeBlock example, String rate) {
    return Optional.empty();
  }

  @Override
  public CodeBlock cleared() {
    return CodeBlock.of("");
  }

  @Override
  public CodeBlock gradient(CodeBlock example, String share, CodeBlock key) {
    return CALL;
  }

  @Override
  public CodeBlock hessian(CodeBlock example) {
    return CALL;
  }

  @Override
  public CodeBlock completed(String share) {
    return CodeBlock.of("");
  }
}
