package dev.brisk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class CellTypeTest {
  private static DataType array(DataType element) {
    return DataTypes.createArrayType(element);
  }

  @Test
  void readsNumbersOfNarrowerTypes() {
    assertThat(CellType.isRead(double.class, DataTypes.FloatType)).isTrue();
    assertThat(CellType.isRead(double.class, DataTypes.IntegerType)).isTrue();
    assertThat(CellType.isRead(float.class, DataTypes.ShortType)).isTrue();
    assertThat(CellType.isRead(long.class, DataTypes.IntegerType)).isTrue();
    assertThat(CellType.isRead(int.class, DataTypes.ByteType)).isTrue();
    assertThat(CellType.isRead(boolean.class, DataTypes.BooleanType)).isTrue();
  }

  @Test
  void refusesNumbersThatMayBeRoundedOrCutOff() {
    assertThat(CellType.isRead(double.class, DataTypes.LongType)).isFalse();
    assertThat(CellType.isRead(float.class, DataTypes.DoubleType)).isFalse();
    assertThat(CellType.isRead(float.class, DataTypes.IntegerType)).isFalse();
    assertThat(CellType.isRead(int.class, DataTypes.LongType)).isFalse();
    assertThat(CellType.isRead(int.class, DataTypes.StringType)).isFalse();
  }

  @Test
  void readsArraysOfAnyDepth() {
    assertThat(CellType.isRead(double[].class, array(DataTypes.DoubleType))).isTrue();
    assertThat(CellType.isRead(float[][].class, array(array(DataTypes.FloatType)))).isTrue();
    assertThat(CellType.isRead(double[].class, DataTypes.DoubleType)).isFalse();
    assertThat(CellType.isRead(double.class, array(DataTypes.DoubleType))).isFalse();
  }

  @Test
  void namesWhatItReads() {
    assertThat(CellType.names(int[].class))
        .isEqualTo("array<int> or array<smallint> or array<tinyint>");
    assertThat(CellType.names(String.class)).isEmpty();
  }
}
